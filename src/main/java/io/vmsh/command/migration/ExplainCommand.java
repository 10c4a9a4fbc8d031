package io.vmsh.command.migration;

import io.vmsh.advice.Pages;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.Map;

/** Shows the page about a cause of failure. */
final class ExplainCommand implements Command {
    private static final Opt<String> CODE =
            Opt.of("code", Value.oneOf(Pages.codes().toArray(String[]::new)), "what to explain, such as unsafe-cache");

    @Override
    public Spec spec() {
        return Spec.of("explain", Group.MIGRATION, "tell more about why something fails")
                .takes(CODE)
                .local()
                .example("explain", "everything that can be explained")
                .example("explain unsafe-cache", "what it means, what to check, ways out");
    }

    @Override
    public Result run(Call call) {
        if (!call.has(CODE)) {
            return list();
        }
        String code = call.find(CODE).orElseThrow();
        String text = Pages.page(code)
                .orElseThrow(() -> CommandFailure.of(
                        "there is no page '%s'; there are: %s", code, String.join(", ", Pages.codes())));
        return new Result.Document(text, Map.of("code", code, "text", text));
    }

    private static Result list() {
        Result.RowsBuilder rows = Result.rows(new Column("Code", "code"), new Column("Meaning", "meaning"));
        Pages.codes().forEach(code -> rows.row(Cell.of(code), Cell.of(Pages.title(code))));
        return rows.table();
    }
}
