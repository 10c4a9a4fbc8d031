package io.vmsh.preflight;

import io.vmsh.probe.Addresses;
import java.util.List;
import java.util.Optional;

/** Where the guest's memory will be sent, and whether the source host finds the way there by name. */
final class NamesCheck implements Check<NamesCheck.Facts> {
    /**
     * What it judges by.
     *
     * @param hostName the target's own name for itself
     * @param destination where memory goes
     * @param resolved addresses of its host; empty when they could not be asked for
     * @param resolver who was asked: the source's name, or empty for this machine
     */
    record Facts(
            String source,
            String target,
            Way way,
            String hostName,
            Destination destination,
            Optional<List<String>> resolved,
            Optional<String> resolver) {}

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
        String hostName = scene.target().hypervisor().node().hostname();
        Destination destination =
                Destination.of(hostName, scene.way(), scene.target().settings());
        Optional<List<String>> there = scene.source()
                .ask(shell -> Addresses.from(shell, destination.host()))
                .flatMap(found -> found);
        return new Facts(
                scene.source().name(),
                scene.target().name(),
                scene.way(),
                hostName,
                destination,
                there.isPresent() ? there : Optional.of(Addresses.here(destination.host())),
                there.map(known -> scene.source().name()));
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        Destination destination = facts.destination();
        if (!facts.way().live() || facts.way().tunnelled()) {
            return judgement
                    .ok("nothing is sent but through libvirt's own connection")
                    .finding();
        }
        judgement.ok("memory goes to %s (%s)", destination.uri(), destination.reason());
        if (destination.host().startsWith("localhost")) {
            return judgement
                    .blocker("%s takes itself for '%s', and libvirt refuses that", facts.target(), destination.host())
                    .remedy("name an address: --migrateuri tcp://ADDRESS")
                    .remedy("or give %s a name: hostnamectl, or migration_host in its /etc/libvirt/qemu.conf"
                            .formatted(facts.target()))
                    .finding();
        }
        List<String> addresses = facts.resolved().orElse(List.of());
        String resolver = facts.resolver().orElse("this machine");
        boolean asked = facts.resolver().isPresent();
        String host = destination.host();
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
        return judgement.finding();
    }
}
