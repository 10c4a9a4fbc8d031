package io.vmsh.command.migration;

import io.vmsh.advice.Advice;
import io.vmsh.advice.Pages;
import io.vmsh.advice.Problem;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Nearest;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows the page about a cause of failure. */
final class ExplainCommand implements Command {
    private static final Opt<String> CODE =
            Opt.of("code", Value.oneOf(Pages.codes().toArray(String[]::new)), "what to explain, such as unsafe-cache");

    private static final Flag ALL = Flag.of("all", "everything that can be explained, also after a problem");

    @Override
    public Spec spec() {
        return Spec.of("explain", Group.MIGRATION, "tell more about why something fails")
                .takes(CODE, ALL)
                .local()
                .describedAs(
                        "Without a code, tells of the last problem that could be explained: its code, what was found"
                                + " out, and the page about it. Before there was one, lists everything that can be explained.")
                .example("explain", "the last problem again, with its code and page; before one, a list")
                .example("explain unsafe-cache", "what it means, what to check, ways out");
    }

    @Override
    public Result run(Call call) {
        call.exclusive(CODE, ALL);
        if (call.has(CODE)) {
            return page(call.find(CODE).orElseThrow());
        }
        return call.workspace()
                .lastProblem()
                .map(Problem::advice)
                .filter(advice -> !call.has(ALL))
                .map(ExplainCommand::explained)
                .orElseGet(ExplainCommand::list);
    }

    private static Result page(String code) {
        String text = Pages.page(code)
                .orElseThrow(() -> CommandFailure.of("there is no page '%s'%s; 'explain --all' lists them"
                        .formatted(code, Nearest.question(code, Pages.codes()))));
        return new Result.Document(text, Result.object("code", code, "text", text));
    }

    /** The last problem: what was found out, then what there is to know about its cause. */
    private static Result explained(Advice advice) {
        String page = Pages.page(advice.code()).orElse("");
        Map<String, Object> data = new LinkedHashMap<>(AdviceText.data(advice));
        data.put("text", page);
        return new Result.Document(
                "%s: %s\n%s\n%s".formatted(advice.code(), advice.headline(), AdviceText.facts(advice.facts()), page),
                data);
    }

    private static Result list() {
        Result.RowsBuilder rows = Result.rows(new Column("Code", "code"), new Column("Meaning", "meaning"));
        Pages.codes().forEach(code -> rows.row(Cell.of(code), Cell.of(Pages.title(code))));
        return rows.table();
    }
}
