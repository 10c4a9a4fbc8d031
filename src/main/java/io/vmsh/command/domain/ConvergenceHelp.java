package io.vmsh.command.domain;

import io.vmsh.hypervisor.MigrationProgress;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.StatementText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What helps a guest that writes its memory faster than it is sent, as statements.
 *
 * @param statement the {@code migrate} that moves it, where that is known
 * @param where where the statements can be typed; empty when that is plain
 */
record ConvergenceHelp(MigrationParty party, Optional<Invocation> statement, String where) {
    private static final long MIB = 1 << 20;

    /** Each way, and its statement on a line of its own. */
    List<String> lines(MigrationProgress progress) {
        List<String> lines = new ArrayList<>();
        lines.add("%s does not converge: it writes %s/s, and %s/s are sent. What helps%s:"
                .formatted(
                        party.guest(),
                        MigrationLine.size(progress.dirtiedBytesPerSecond()),
                        MigrationLine.size(progress.bytesPerSecond()),
                        where));
        way(lines, "a longer standstill at the end", "migrate-setmaxdowntime", standstill(progress));
        if (statement.isEmpty() || has("bandwidth")) {
            way(lines, "a higher limit, if one is set", "migrate-setspeed", speed(progress));
        }
        if (statement.isEmpty() || has("postcopy")) {
            way(lines, "to run on %s now, if begun with --postcopy".formatted(party.target()), "migrate-postcopy", "");
        }
        progress.sample()
                .number("compression_cache")
                .ifPresent(bytes ->
                        way(lines, "a larger cache for compression", "migrate-compcache", "--size " + 2 * bytes));
        anew(lines, progress.sample().number("compression_cache").isPresent());
        return lines;
    }

    private void way(List<String> lines, String what, String command, Object value) {
        lines.add("  %s:".formatted(what));
        lines.add("    %s %s %s".formatted(command, party.address(), value).stripTrailing());
    }

    /** What only a new start can bring. */
    private void anew(List<String> lines, boolean compressed) {
        List<String> flags = Stream.of("auto-converge", "postcopy", "compressed")
                .filter(flag -> !has(flag) && !(compressed && flag.equals("compressed")))
                .toList();
        if (flags.isEmpty()) {
            return;
        }
        lines.add("  to stop it, and begin anew with %s:"
                .formatted(flags.stream().map(flag -> "--" + flag).collect(Collectors.joining(" or "))));
        lines.add("    domjobabort " + party.address());
        statement.ifPresent(given -> lines.add("    " + StatementText.of(given).with(flags.getFirst())));
    }

    private static long speed(MigrationProgress progress) {
        return Math.max(2, 2 * progress.dirtiedBytesPerSecond() / MIB);
    }

    private boolean has(String option) {
        return statement
                .filter(given -> given.flags().contains(option) || given.words().containsKey(option))
                .isPresent();
    }

    /** Enough for what is left now, rounded up. */
    private static long standstill(MigrationProgress progress) {
        long millis = Math.max(
                progress.sample().downtimeMillis(),
                progress.remainingBytes() * 1000 / Math.max(1, progress.bytesPerSecond()));
        return Math.max(500, (millis * 3 / 2 + 499) / 500 * 500);
    }
}
