package io.vmsh.command.evacuate;

import io.vmsh.command.ByteSize;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import io.vmsh.command.Result.RowsBuilder;
import io.vmsh.evacuation.Evacuee;
import io.vmsh.evacuation.Plan;
import io.vmsh.evacuation.Plan.Move;
import io.vmsh.evacuation.Plan.Stay;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Plans and outcomes as tables. */
final class Tables {
    private static final String NOTHING = "-";

    private Tables() {}

    /**
     * Who goes where.
     *
     * @param fromSource whether the source host drives a move
     */
    static Result plan(Plan plan, Predicate<Move> fromSource) {
        RowsBuilder rows = Result.rows(
                new Column("Guest", "guest"),
                new Column("State", "state"),
                new Column("Memory", "memory"),
                new Column("CPUs", "cpus"),
                new Column("From", "from"),
                new Column("To", "to"),
                new Column("Driven by", "driver"),
                new Column("Why", "why"));
        for (Move move : plan.moves()) {
            String driver = fromSource.test(move) ? move.from() : "vmsh";
            row(rows, move.guest(), move.from(), Cell.of(move.to()), Cell.of(driver), remark(move.guest()));
        }
        for (Stay stay : plan.stays()) {
            row(rows, stay.guest(), stay.at(), Cell.of(NOTHING, null), Cell.of(NOTHING, null), stay.why());
        }
        return rows.table();
    }

    private static String remark(Evacuee guest) {
        return guest.persistent() ? "" : "transient, and stays so";
    }

    private static void row(RowsBuilder rows, Evacuee guest, String from, Cell to, Cell driver, String why) {
        rows.row(
                Cell.of(guest.name()),
                Cell.of(guest.state().label()),
                guest.memory() == 0
                        ? Cell.of(NOTHING, null)
                        : Cell.of(ByteSize.text(guest.memory(), 1), guest.memory()),
                guest.processors() == 0 ? Cell.of(NOTHING, null) : Cell.of(guest.processors()),
                Cell.of(from),
                to,
                driver,
                text(why));
    }

    /** What became of each. */
    static Result outcome(List<Fate> fates) {
        RowsBuilder rows = Result.rows(
                new Column("Guest", "guest"),
                new Column("Outcome", "outcome"),
                new Column("Host", "host"),
                new Column("Time", "seconds"),
                new Column("Why", "why"));
        for (Fate fate : fates) {
            rows.row(
                    Cell.of(fate.guest().name()),
                    Cell.of(fate.kind().word()),
                    text(fate.host()),
                    fate.time()
                            .map(time -> Cell.of(seconds(time.toMillis()), time.toMillis() / 1000.0))
                            .orElseGet(() -> Cell.of(NOTHING, null)),
                    text(fate.why()));
        }
        return rows.table();
    }

    /** Seconds with one decimal. */
    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    private static Cell text(String text) {
        return text.isEmpty() ? Cell.of("", null) : Cell.of(text);
    }
}
