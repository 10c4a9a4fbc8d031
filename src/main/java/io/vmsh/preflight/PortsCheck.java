package io.vmsh.preflight;

import io.vmsh.probe.Knock;
import io.vmsh.probe.KnockFrom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whether packets reach the ports to which memory, and disks if they are copied, are sent. */
final class PortsCheck implements Check<PortsCheck.Facts> {
    /**
     * What it judges by.
     *
     * @param from the source's name if it knocked itself; empty when this machine did
     * @param knocks what came of each port tried
     */
    record Facts(
            String source,
            String target,
            Way way,
            Destination destination,
            Optional<String> from,
            Map<Integer, Knock> knocks) {}

    @Override
    public String name() {
        return "ports";
    }

    @Override
    public boolean ofHosts() {
        return true;
    }

    @Override
    public Facts look(Scene scene) {
        Destination destination = Destination.of(
                scene.target().hypervisor().node().hostname(),
                scene.way(),
                scene.target().settings());
        boolean needed = scene.way().live() && !scene.way().tunnelled();
        Map<Integer, Knock> there = needed
                ? scene.source()
                        .ask(shell -> KnockFrom.host(shell, destination.host(), ports(destination)))
                        .orElse(Map.of())
                : Map.of();
        return new Facts(
                scene.source().name(),
                scene.target().name(),
                scene.way(),
                destination,
                there.isEmpty() ? Optional.empty() : Optional.of(scene.source().name()),
                needed && there.isEmpty() ? fromHere(destination) : there);
    }

    /** The first two, for memory and for disks, and the last. */
    private static List<Integer> ports(Destination destination) {
        return List.of(destination.firstPort(), destination.firstPort() + 1, destination.lastPort()).stream()
                .filter(port -> port <= destination.lastPort())
                .distinct()
                .toList();
    }

    private static Map<Integer, Knock> fromHere(Destination destination) {
        Map<Integer, Knock> knocks = new TreeMap<>();
        ports(destination).parallelStream().forEach(port -> {
            Knock knock = Knock.at(destination.host(), port);
            synchronized (knocks) {
                knocks.put(port, knock);
            }
        });
        return knocks;
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        if (!facts.way().live() || facts.way().tunnelled()) {
            return judgement.ok("no port is needed but libvirt's own").finding();
        }
        boolean asked = facts.from().isPresent();
        String from = facts.from().orElse("this machine");
        String host = facts.destination().host();
        facts.knocks().forEach((port, knock) -> {
            switch (knock) {
                case OPEN, REFUSED ->
                    judgement.say(
                            asked ? Verdict.OK : Verdict.NOTICE,
                            "%s:%d answers %s (%s)",
                            host,
                            port,
                            from,
                            knock == Knock.OPEN ? "in use" : "nobody listens there yet, which is as it should be");
                case SILENT ->
                    judgement.say(
                            asked ? Verdict.BLOCKER : Verdict.UNKNOWN,
                            "%s:%d: nothing comes back to %s: a firewall drops what is sent, or the host is off",
                            host,
                            port,
                            from);
                case NO_ROUTE ->
                    judgement.say(
                            asked ? Verdict.BLOCKER : Verdict.UNKNOWN,
                            "%s:%d: %s is told that there is no way: a firewall rejects it, or a route is missing",
                            host,
                            port,
                            from);
                case NAME_UNKNOWN ->
                    judgement.say(
                            asked ? Verdict.BLOCKER : Verdict.UNKNOWN,
                            "%s does not know the name %s: see names",
                            from,
                            host);
            }
        });
        if (facts.knocks().values().stream().anyMatch(knock -> knock == Knock.SILENT || knock == Knock.NO_ROUTE)) {
            judgement
                    .remedy("open ports %d-%d on %s to %s"
                            .formatted(
                                    facts.destination().firstPort(),
                                    facts.destination().lastPort(),
                                    facts.target(),
                                    facts.source()))
                    .remedy("or send memory through libvirt's own connection: --p2p --tunnelled");
        }
        if (!asked) {
            judgement.remedy("open %s by qemu+ssh to have it try by itself".formatted(facts.source()));
        }
        return judgement.finding();
    }
}
