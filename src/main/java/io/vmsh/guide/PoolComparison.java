package io.vmsh.guide;

import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Whether a pool is one and the same on several hosts. In a pool of files a small one is made on the first host, looked
 * for on the others, and deleted; elsewhere the keys of the volumes are compared, which are serial numbers and UUIDs.
 *
 * @param sides one a host, in the order of the sessions
 * @param differences what is not the same; empty when all is
 * @param proof what was seen that shows that it is
 */
public record PoolComparison(String pool, List<PoolSide> sides, List<String> differences, String proof) {
    /** Network filesystems may show a new file late. */
    private static final int LOOKS = 8;

    private static final long BETWEEN_MILLIS = 700;
    private static final long BLOCK = 4096;

    public PoolComparison {
        sides = List.copyOf(sides);
        differences = List.copyOf(differences);
    }

    /** Looks, at all of them. */
    public static PoolComparison of(String pool, List<Session> sessions) {
        List<PoolSide> sides = sessions.parallelStream()
                .map(session -> PoolSide.of(session, pool))
                .toList();
        List<String> differences = new ArrayList<>();
        sides.stream()
                .filter(side -> !side.problem().isEmpty())
                .forEach(side -> differences.add("%s: %s".formatted(side.session(), side.problem())));
        List<PoolSide> known =
                sides.stream().filter(side -> !side.type().isEmpty()).toList();
        differs("type", known, PoolSide::type, differences);
        differs("source", known, PoolSide::source, differences);
        differs("target", known, PoolSide::target, differences);
        differs(
                "capacity",
                known.stream().filter(PoolSide::active).toList(),
                side -> Long.toString(side.capacity()),
                differences);
        if (!differences.isEmpty()) {
            return new PoolComparison(pool, sides, differences, "");
        }
        if (sides.size() < 2) {
            return new PoolComparison(pool, sides, List.of("one host alone has nothing to compare with"), "");
        }
        try {
            String proof = sides.getFirst().ofFiles()
                    ? byFile(pool, sessions, differences)
                    : byKeys(pool, sessions, differences);
            return new PoolComparison(pool, sides, differences, proof);
        } catch (HypervisorException failure) {
            return new PoolComparison(pool, sides, List.of(failure.message()), "");
        }
    }

    /** The same as what a look at a step finds. */
    public Look look() {
        return differences.isEmpty()
                ? new Look.Right(proof)
                : new Look.Stuck(String.join("; ", differences), "'pool-check %s' shows each host".formatted(pool));
    }

    private static void differs(
            String what, List<PoolSide> sides, Function<PoolSide, String> property, List<String> differences) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        sides.forEach(side -> values.computeIfAbsent(property.apply(side), none -> new ArrayList<>())
                .add(side.session()));
        if (values.size() > 1) {
            List<String> parts = new ArrayList<>();
            values.forEach((value, where) ->
                    parts.add("%s on %s".formatted(value.isEmpty() ? "none" : value, String.join(", ", where))));
            differences.add("%s differs: %s".formatted(what, String.join("; ", parts)));
        }
    }

    private static String byFile(String pool, List<Session> sessions, List<String> differences) {
        String id = UUID.randomUUID().toString();
        String file = "vmsh-check-" + id;
        // A size that no file left behind by another check has by chance.
        long size = BLOCK * (1 + Math.floorMod(id.hashCode(), 1000));
        Session first = sessions.getFirst();
        PoolSide.make(first, pool, file, size);
        try {
            for (Session other : sessions.subList(1, sessions.size())) {
                if (!found(other, pool, file, size)) {
                    differences.add("a file written on %s is not seen on %s: it is other storage"
                            .formatted(first.name(), other.name()));
                }
            }
        } finally {
            PoolSide.delete(first, pool, file);
        }
        String others = String.join(
                ", ",
                sessions.subList(1, sessions.size()).stream().map(Session::name).toList());
        return differences.isEmpty() ? "a file written on %s is read on %s".formatted(first.name(), others) : "";
    }

    private static boolean found(Session session, String pool, String file, long size) {
        for (int look = 0; look < LOOKS && !Thread.currentThread().isInterrupted(); look++) {
            if (PoolSide.find(session, pool, file).filter(seen -> seen == size).isPresent()) {
                return true;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
            } catch (InterruptedException signal) {
                Thread.currentThread().interrupt();
            }
        }
        return false;
    }

    private static String byKeys(String pool, List<Session> sessions, List<String> differences) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        sessions.forEach(session -> all.put(session.name(), PoolSide.keys(session, pool)));
        TreeSet<String> names = new TreeSet<>();
        all.values().forEach(keys -> names.addAll(keys.keySet()));
        for (String name : names) {
            UnaryOperator<String> key =
                    session -> all.getOrDefault(session, Map.of()).getOrDefault(name, "missing");
            if (all.keySet().stream().map(key).distinct().count() > 1) {
                differences.add("volume %s differs: %s"
                        .formatted(
                                name,
                                String.join(
                                        "; ",
                                        all.keySet().stream()
                                                .map(session -> "%s on %s".formatted(key.apply(session), session))
                                                .toList())));
            }
        }
        if (names.isEmpty()) {
            differences.add("it has no volumes yet, so nothing tells whether it is the same");
        }
        return differences.isEmpty() ? "%d volumes have the same keys everywhere".formatted(names.size()) : "";
    }
}
