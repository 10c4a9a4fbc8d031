package io.vmsh.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** How often this machine was told by ICMP that something cannot be reached, as Linux counts it. */
final class Unreachables {
    private static final Path COUNTERS = Path.of("/proc/net/snmp");
    private static final String FIELD = "InDestUnreachs";

    private Unreachables() {}

    /** The count so far; empty on a system that does not count. */
    static OptionalLong counted() {
        try {
            return parse(Files.readAllLines(COUNTERS));
        } catch (IOException none) {
            return OptionalLong.empty();
        }
    }

    /** Of two lines that begin with {@code Icmp:} the first has the names, the second the numbers. */
    static OptionalLong parse(List<String> lines) {
        List<List<String>> icmp = lines.stream()
                .filter(line -> line.startsWith("Icmp: "))
                .map(line -> List.of(line.split(" ", -1)))
                .toList();
        if (icmp.size() != 2 || !icmp.getFirst().contains(FIELD)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(icmp.get(1).get(icmp.getFirst().indexOf(FIELD))));
    }
}
