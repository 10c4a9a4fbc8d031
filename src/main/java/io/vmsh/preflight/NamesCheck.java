package io.vmsh.preflight;

import io.vmsh.preflight.Way.Value;
import io.vmsh.probe.Addresses;
import io.vmsh.probe.HostSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the guest's memory will be sent, and whether both hosts find each other, and themselves, by name. */
final class NamesCheck implements Check<NamesCheck.Facts> {
    /**
     * What it judges by.
     *
     * @param hostName the target's own name for itself
     * @param destination where memory goes
     * @param resolved addresses of its host
     * @param resolver who was asked: the source's name, or empty for this machine
     * @param others what else was asked for by name
     * @param listen the address on which the target is told to wait
     * @param addresses of the target; empty when it could not be asked
     */
    record Facts(
            String source,
            String target,
            Way way,
            String hostName,
            Destination destination,
            List<String> resolved,
            Optional<String> resolver,
            List<Resolved> others,
            Optional<String> listen,
            Optional<List<String>> addresses) {}

    /**
     * A name that a host was asked for.
     *
     * @param asked the host
     * @param of whose name it is
     */
    record Resolved(String asked, String of, String name, List<String> addresses) {}

    @Override
    public String name() {
        return "names";
    }

    @Override
    public boolean ofHosts() {
        return true;
    }

    @Override
    public Facts look(Scene scene) {
        Side source = scene.source();
        Side target = scene.target();
        String targetName = target.hypervisor().node().hostname();
        String sourceName = source.hypervisor().node().hostname();
        Destination destination = Destination.of(targetName, scene.way(), target.settings());
        Optional<Map<String, List<String>>> here = addresses(source, List.of(destination.host(), sourceName));
        Optional<List<String>> there = here.map(found -> found.getOrDefault(destination.host(), List.of()));
        List<Resolved> others = new ArrayList<>();
        here.ifPresent(found -> others.add(resolved(source, source, sourceName, found)));
        addresses(target, List.of(sourceName, targetName)).ifPresent(found -> {
            others.add(resolved(target, source, sourceName, found));
            others.add(resolved(target, target, targetName, found));
        });
        Optional<String> listen = scene.way()
                .get(Value.LISTEN_ADDRESS)
                .or(() -> target.settings().flatMap(known -> known.get(HostSettings.QEMU, "migration_address")))
                .filter(address -> !address.isEmpty());
        return new Facts(
                source.name(),
                target.name(),
                scene.way(),
                targetName,
                destination,
                there.orElseGet(() -> Addresses.here(destination.host())),
                there.map(_ -> source.name()),
                others,
                listen,
                listen.flatMap(_ -> target.once("addresses", () -> target.ask(Addresses::own))
                        .flatMap(own -> own)));
    }

    private static Optional<Map<String, List<String>>> addresses(Side asked, List<String> names) {
        return asked.once(List.of("resolve", names), () -> asked.ask(shell -> Addresses.from(shell, Set.copyOf(names))))
                .flatMap(found -> found);
    }

    private static Resolved resolved(Side asked, Side of, String name, Map<String, List<String>> found) {
        return new Resolved(asked.name(), of.name(), name, found.getOrDefault(name, List.of()));
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        if (!facts.way().needsPorts()) {
            judgement.ok("nothing is sent but through libvirt's own connection");
        } else {
            Destination destination = facts.destination();
            judgement.ok("memory goes to %s (%s)", destination.uri(), destination.reason());
            if (destination.host().startsWith("localhost")) {
                judgement
                        .blocker(
                                "%s takes itself for '%s', and libvirt refuses that",
                                facts.target(), destination.host())
                        .remedy("name an address: --migrateuri tcp://ADDRESS")
                        .remedy("or give %s a name: hostnamectl, or migration_host in its /etc/libvirt/qemu.conf"
                                .formatted(facts.target()));
            } else {
                resolved(facts, judgement);
            }
            facts.listen().ifPresent(address -> listens(facts, address, judgement));
        }
        facts.others().forEach(resolved -> other(resolved, judgement));
        return judgement.finding();
    }

    private static void resolved(Facts facts, Judgement judgement) {
        List<String> addresses = facts.resolved();
        String resolver = facts.resolver().orElse("this machine");
        boolean asked = facts.resolver().isPresent();
        String host = facts.destination().host();
        if (addresses.isEmpty()) {
            judgement
                    .say(asked ? Verdict.BLOCKER : Verdict.UNKNOWN, "%s does not know the name %s", resolver, host)
                    .remedy("name an address that %s reaches: --migrateuri tcp://ADDRESS".formatted(facts.source()))
                    .remedy("or make the name known on %s: DNS or /etc/hosts".formatted(facts.source()));
        } else if (addresses.stream().allMatch(Addresses::isLoopback)) {
            judgement
                    .say(
                            asked ? Verdict.BLOCKER : Verdict.UNKNOWN,
                            "%s takes %s for itself: %s",
                            resolver,
                            host,
                            String.join(", ", addresses))
                    .remedy("correct /etc/hosts on %s, or use --migrateuri tcp://ADDRESS".formatted(facts.source()));
        } else {
            judgement.say(
                    asked ? Verdict.OK : Verdict.NOTICE,
                    "%s resolves %s to %s",
                    resolver,
                    host,
                    String.join(", ", addresses));
        }
        if (!asked && !addresses.isEmpty()) {
            judgement.remedy("open %s by qemu+ssh to have it asked itself".formatted(facts.source()));
        }
    }

    private static void listens(Facts facts, String address, Judgement judgement) {
        boolean everywhere = address.equals("0.0.0.0") || address.equals("::") || address.equals("[::]");
        if (Addresses.isLoopback(address)) {
            judgement
                    .blocker("%s waits for memory on %s, where no other host gets to it", facts.target(), address)
                    .remedy("name another --listen-address, or migration_address in its /etc/libvirt/qemu.conf");
        } else if (everywhere) {
            judgement.ok("%s waits for memory on all its addresses", facts.target());
        } else if (facts.addresses().isEmpty()) {
            judgement.unknown("nobody can see whether %s has the address %s to wait on", facts.target(), address);
        } else if (facts.addresses().get().contains(address)) {
            judgement.ok("%s waits for memory on its address %s", facts.target(), address);
        } else {
            judgement
                    .blocker("%s is no address of %s, which is to wait for memory there", address, facts.target())
                    .remedy("name one of its own: "
                            + String.join(", ", facts.addresses().get()));
        }
    }

    /** None of these keeps a guest from moving there; some keep it from coming back. */
    private static void other(Resolved resolved, Judgement judgement) {
        String whose = resolved.asked().equals(resolved.of()) ? "its own name " : "";
        if (resolved.addresses().isEmpty()) {
            judgement
                    .notice("%s does not know %s%s", resolved.asked(), whose, resolved.name())
                    .remedy("make the name known on %s: DNS or /etc/hosts".formatted(resolved.asked()));
        } else if (resolved.addresses().stream().allMatch(Addresses::isLoopback)) {
            judgement
                    .notice(
                            "%s resolves %s%s to %s, which no other host gets to",
                            resolved.asked(), whose, resolved.name(), String.join(", ", resolved.addresses()))
                    .remedy("correct /etc/hosts on %s".formatted(resolved.asked()));
        } else {
            judgement.ok(
                    "%s resolves %s%s to %s",
                    resolved.asked(), whose, resolved.name(), String.join(", ", resolved.addresses()));
        }
    }
}
