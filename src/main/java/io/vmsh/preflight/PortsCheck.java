package io.vmsh.preflight;

import io.vmsh.preflight.Way.Value;
import io.vmsh.probe.Knock;
import io.vmsh.probe.KnockFrom;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Whether packets reach the ports to which memory, and disks if they are copied, are sent. */
final class PortsCheck implements Check<PortsCheck.Facts> {
    private static final Set<Knock> CLOSED = EnumSet.of(Knock.SILENT, Knock.REJECTED, Knock.NO_ROUTE);

    /**
     * What it judges by.
     *
     * @param ports those tried, and what for
     * @param from the source's name if it knocked itself; empty when this machine did
     * @param knocks what came of each port tried
     */
    record Facts(
            String source,
            String target,
            Way way,
            Destination destination,
            Map<Integer, String> ports,
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
        Map<Integer, String> ports = scene.way().needsPorts() ? ports(scene.way(), destination) : Map.of();
        List<Integer> numbers = List.copyOf(ports.keySet());
        Map<Integer, Knock> there = ports.isEmpty()
                ? Map.of()
                : scene.source()
                        .ask(shell -> KnockFrom.host(shell, destination.host(), numbers))
                        .orElse(Map.of());
        return new Facts(
                scene.source().name(),
                scene.target().name(),
                scene.way(),
                destination,
                ports,
                there.isEmpty() ? Optional.empty() : Optional.of(scene.source().name()),
                there.isEmpty() ? fromHere(destination.host(), numbers) : there);
    }

    /** libvirt takes the first free one for memory, and the next for disks (NBD) unless they are given one. */
    static Map<Integer, String> ports(Way way, Destination destination) {
        Map<Integer, String> ports = new LinkedHashMap<>();
        boolean oneOnly = destination.firstPort() == destination.lastPort();
        ports.put(destination.firstPort(), "memory");
        Optional<Integer> given = way.get(Value.DISKS_PORT)
                .filter(port -> port.matches("[1-9]\\d{0,4}"))
                .map(Integer::parseInt);
        if (way.copies() && given.isPresent()) {
            ports.put(given.get(), "disks");
        } else if (way.copies() && oneOnly) {
            ports.put(Destination.FIRST, "disks");
        } else if (!oneOnly) {
            ports.put(destination.firstPort() + 1, way.copies() ? "disks" : "another migration");
        }
        ports.putIfAbsent(destination.lastPort(), "the last of the range");
        return ports;
    }

    private static Map<Integer, Knock> fromHere(String host, List<Integer> ports) {
        Map<Integer, Knock> knocks = new TreeMap<>();
        ports.parallelStream().forEach(port -> {
            Knock knock = Knock.at(host, port);
            synchronized (knocks) {
                knocks.put(port, knock);
            }
        });
        return knocks;
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        if (!facts.way().needsPorts()) {
            return judgement.ok("no port is needed but libvirt's own").finding();
        }
        facts.knocks().forEach((port, knock) -> port(facts, port, knock, judgement));
        boolean asked = facts.from().isPresent();
        if (facts.knocks().values().stream().anyMatch(CLOSED::contains)) {
            judgement.remedy("open %s on %s to %s".formatted(range(facts), facts.target(), facts.source()));
            if (!facts.way().copies()) {
                judgement.remedy("or send memory through libvirt's own connection: --p2p --tunnelled");
            }
        }
        if (!asked) {
            judgement.remedy("open %s by qemu+ssh to have it try by itself".formatted(facts.source()));
        }
        return judgement.finding();
    }

    private static void port(Facts facts, int port, Knock knock, Judgement judgement) {
        boolean asked = facts.from().isPresent();
        String from = facts.from().orElse("this machine");
        String where = "%s:%d (%s)"
                .formatted(facts.destination().host(), port, facts.ports().getOrDefault(port, "?"));
        Verdict closed = asked ? Verdict.BLOCKER : Verdict.UNKNOWN;
        switch (knock) {
            case OPEN ->
                judgement.say(
                        taken(facts, port) ? Verdict.BLOCKER : asked ? Verdict.OK : Verdict.NOTICE,
                        "%s: somebody answers %s; %s",
                        where,
                        from,
                        taken(facts, port) ? "the port is taken" : "libvirt takes the next free one");
            case REFUSED ->
                judgement.say(
                        asked ? Verdict.OK : Verdict.NOTICE,
                        "%s answers %s; nobody listens there yet, which is as it should be",
                        where,
                        from);
            case REJECTED ->
                judgement.say(closed, "%s: a firewall rejects what %s sends, and says so by ICMP", where, from);
            case SILENT ->
                judgement.say(
                        closed,
                        "%s: nothing comes back to %s: a firewall drops what is sent, or the host is off; libvirt would"
                                + " wait for minutes",
                        where,
                        from);
            case NO_ROUTE ->
                judgement.say(
                        closed,
                        "%s: %s is told that there is no way: a firewall rejects it, or a route is missing",
                        where,
                        from);
            case NAME_UNKNOWN ->
                judgement.say(
                        closed,
                        "%s does not know the name %s: see names",
                        from,
                        facts.destination().host());
        }
    }

    /** Of a range libvirt takes what is free; a port that was named must be free itself. */
    private static boolean taken(Facts facts, int port) {
        boolean named = facts.destination().firstPort() == facts.destination().lastPort()
                && port == facts.destination().firstPort();
        return named
                || (facts.way().copies()
                        && facts.way()
                                .get(Value.DISKS_PORT)
                                .filter(Integer.toString(port)::equals)
                                .isPresent());
    }

    private static String range(Facts facts) {
        Destination destination = facts.destination();
        String range = destination.firstPort() == destination.lastPort()
                ? "port " + destination.firstPort()
                : "ports %d-%d".formatted(destination.firstPort(), destination.lastPort());
        return facts.way()
                .get(Value.DISKS_PORT)
                .filter(_ -> facts.way().copies())
                .map(port -> "%s and port %s".formatted(range, port))
                .orElse(range);
    }
}
