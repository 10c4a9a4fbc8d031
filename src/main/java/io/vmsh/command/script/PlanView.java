package io.vmsh.command.script;

import io.vmsh.batch.Plan;
import io.vmsh.batch.Step;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import java.util.List;
import java.util.Locale;

/** Shows what a script will do. */
final class PlanView {
    private static final String NONE = "-";

    private PlanView() {}

    static Result of(Plan plan) {
        Result.RowsBuilder rows = Result.rows(
                new Column("Step", "step"),
                new Column("Place", "place"),
                new Column("Sessions", "sessions"),
                new Column("Effect", "effect"),
                new Column("Statement", "statement"),
                new Column("Known later", "later"));
        for (Step step : plan.steps()) {
            rows.row(
                    Cell.of(step.number()),
                    Cell.of(step.place().fileAndLine()),
                    Cell.of(list(step.sessions()), step.sessions()),
                    Cell.of(step.effect().name().toLowerCase(Locale.ROOT)),
                    Cell.of("  ".repeat(step.depth()) + step.text(), step.text()),
                    Cell.of(list(step.later()), step.later()));
        }
        return rows.table();
    }

    private static String list(List<String> words) {
        return words.isEmpty() ? NONE : String.join(",", words);
    }
}
