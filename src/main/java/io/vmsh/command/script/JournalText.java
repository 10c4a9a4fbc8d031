package io.vmsh.command.script;

import io.vmsh.batch.PastRun;
import io.vmsh.batch.PastRun.Entry;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What journals tell, as it is shown. */
final class JournalText {
    private static final List<Column> COLUMNS = List.of(
            new Column("Step", "step"),
            new Column("Host", "host"),
            new Column("Outcome", "outcome"),
            new Column("Time", "milliseconds"),
            new Column("Statement", "statement"));

    /** Letters of a message in a table. */
    private static final int MOST_SHOWN = 100;

    private JournalText() {}

    /** The steps of a run: where each was done, how it ended, how long it took. */
    static Result steps(List<Entry> entries) {
        boolean talkative = entries.stream().anyMatch(entry -> !entry.messages().isEmpty());
        List<Column> columns = new ArrayList<>(COLUMNS);
        if (talkative) {
            columns.add(new Column("Message", "messages"));
        }
        Result.RowsBuilder rows = Result.rows(columns.toArray(Column[]::new));
        for (Entry entry : entries) {
            String host = entry.step().host();
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(entry.step().key()),
                    Cell.of(host == null ? "-" : host, host),
                    Cell.of(outcome(entry)),
                    Cell.of(time(entry.took()), milliseconds(entry.took())),
                    Cell.of(entry.step().text())));
            if (talkative) {
                cells.add(Cell.of(beginning(entry.messages()), entry.messages()));
            }
            rows.row(cells.toArray(Cell[]::new));
        }
        return rows.table();
    }

    /** As much of the messages as a table bears: all of them were told when the step failed, and are in the data. */
    private static String beginning(List<String> messages) {
        String all = String.join("; ", messages);
        String line = all.lines().findFirst().orElse("");
        return line.length() > MOST_SHOWN
                ? line.substring(0, MOST_SHOWN - 1) + "…"
                : line + (line.length() < all.length() ? " …" : "");
    }

    static String outcome(Entry entry) {
        return entry.outcome() == null ? "cut" : entry.outcome().name().toLowerCase(Locale.ROOT);
    }

    static String state(PastRun run) {
        return run.state().name().toLowerCase(Locale.ROOT);
    }

    /** To the second, in UTC. */
    static String time(Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond()).toString();
    }

    /** Seconds, with thousandths. */
    static String time(@Nullable Duration took) {
        return took == null ? "-" : "%d.%03d s".formatted(took.toSeconds(), took.toMillisPart());
    }

    private static @Nullable Double milliseconds(@Nullable Duration took) {
        return took == null ? null : took.toNanos() / 1e6;
    }
}
