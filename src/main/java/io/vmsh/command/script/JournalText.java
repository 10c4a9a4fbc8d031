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
import java.util.stream.Stream;
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

    /**
     * The steps of a run: where each was done, how it ended, how long it took.
     *
     * @param width columns that a table may have; where they are too few, statements and messages are cut
     */
    static Result steps(List<Entry> entries, int width) {
        Room room = Room.of(entries, width);
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
                    Cell.of(
                            cut(entry.step().text(), room.statement()),
                            entry.step().text())));
            if (talkative) {
                cells.add(Cell.of(cut(beginning(entry.messages()), room.message()), entry.messages()));
            }
            rows.row(cells.toArray(Cell[]::new));
        }
        return rows.table();
    }

    /** As much of the messages as a table bears: all of them were told when the step failed, and are in the data. */
    private static String beginning(List<String> messages) {
        String all = String.join("; ", messages);
        String line = all.lines().findFirst().orElse("");
        return line.length() > MOST_SHOWN ? cut(line, MOST_SHOWN) : line + (line.length() < all.length() ? " …" : "");
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most - 1) + "…" : text;
    }

    /** How many letters of a statement and of a message a table has room for. */
    private record Room(int statement, int message) {
        /** Columns of the rest of a row: a step's number, host, outcome and time, as they mostly are. */
        private static final int REST = 42;

        private static final int LEAST = 16;

        static Room of(List<Entry> entries, int width) {
            int statement = longest(entries.stream().map(entry -> entry.step().text()));
            int message = longest(entries.stream().map(entry -> beginning(entry.messages())));
            int left = Math.max(width - REST, LEAST);
            if (statement + message <= left) {
                return new Room(statement, message);
            }
            int forStatement = Math.min(statement, Math.max(LEAST, message == 0 ? left : left / 2));
            return new Room(forStatement, Math.max(LEAST, left - forStatement));
        }

        private static int longest(Stream<String> texts) {
            return texts.mapToInt(String::length).max().orElse(0);
        }
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
