package io.vmsh.render;

import io.vmsh.advice.Problem;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Column;
import io.vmsh.command.Result.HostOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What several hosts answered, for people: tables of equal columns become one with a column for the host, in which a
 * host that failed is a row, and one with nothing to list too; anything else is a line or a block a host.
 */
final class HostsText {
    private final List<HostOutcome> hosts;
    private final boolean quiet;
    private final Printer single;

    HostsText(List<HostOutcome> hosts, boolean quiet, Printer single) {
        this.hosts = hosts;
        this.quiet = quiet;
        this.single = single;
    }

    String print() {
        List<Column> columns = commonColumns();
        return columns == null ? blocks() : table(columns);
    }

    /** The columns that all answers have; null when they differ or are no tables. */
    private @Nullable List<Column> commonColumns() {
        List<Result> results =
                hosts.stream().map(HostOutcome::result).filter(Objects::nonNull).toList();
        List<Column> columns = null;
        for (Result result : results) {
            if (!(result instanceof Result.Rows rows)
                    || !(rows.layout() instanceof Result.Layout.Table)
                    || (columns != null && !columns.equals(rows.columns()))) {
                return null;
            }
            columns = rows.columns();
        }
        return columns;
    }

    private String table(List<Column> columns) {
        List<String> heading = new ArrayList<>(List.of("Host"));
        columns.stream().filter(Column::shown).forEach(column -> heading.add(column.heading()));
        List<List<String>> lines = new ArrayList<>();
        for (HostOutcome host : hosts) {
            if (host.result() instanceof Result.Rows rows) {
                for (List<String> row : rows.texts()) {
                    List<String> line = new ArrayList<>(List.of(host.session()));
                    line.addAll(row);
                    lines.add(line);
                }
                if (rows.rows().isEmpty() && !quiet) {
                    lines.add(List.of(host.session(), "(none)"));
                }
            }
            if (host.problem() != null) {
                lines.add(List.of(host.session(), error(host.problem())));
            }
        }
        return new TextTable(heading, lines, !quiet).print();
    }

    private String blocks() {
        StringBuilder text = new StringBuilder();
        for (HostOutcome host : hosts) {
            String answer = host.result() == null ? "" : single.print(host.result());
            if (host.problem() != null) {
                answer += error(host.problem()) + "\n";
            }
            String shown = answer.stripTrailing();
            if (shown.isEmpty()) {
                continue;
            }
            boolean block = shown.contains("\n");
            if (block && !text.isEmpty()) {
                text.append('\n');
            }
            text.append(host.session())
                    .append(block ? ":\n" : ": ")
                    .append(shown)
                    .append('\n');
        }
        return text.toString();
    }

    private static String error(Problem problem) {
        return "error: " + String.join(": ", problem.lines());
    }
}
