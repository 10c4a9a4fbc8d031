package io.vmsh.command.script;

import io.vmsh.batch.PastRun;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Field;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.UsageException;
import io.vmsh.spec.Value;
import java.util.ArrayList;
import java.util.List;

/** Shows one journal. */
final class JournalCommand implements Command {
    private static final int LABEL_WIDTH = 16;
    private static final String SHOW = "show";
    private static final Arg<String> ACTION = Arg.of("action", Value.oneOf(SHOW), "what to do with it");
    private static final Opt<String> ID =
            Opt.of("id", Value.TEXT.labelled("journal"), "the journal, as 'journals' lists it; else the newest");

    @Override
    public Spec spec() {
        return Spec.of("journal", Group.SCRIPT, "show the journal of a script that was run")
                .takes(ACTION, ID)
                .local()
                .describedAs("Each step that was begun: where, how it ended, how long it took. A step that is 'cut' was"
                        + " begun, and how it ended nobody saw.")
                .example("journal show", "the newest journal")
                .example("journal show 20260314-221503-move-all --output json", "one journal for programs");
    }

    @Override
    public Result run(Call call) {
        if (!call.get(ACTION).equals(SHOW)) {
            throw new UsageException("a journal can only be shown: journal show", 0, 0);
        }
        PastRun run = JournalAccess.find(call, call.find(ID).orElse(null));
        List<Field> fields = new ArrayList<>();
        fields.add(Field.of("Id", "id", run.id()));
        fields.add(Field.of("Kind", "kind", run.head().kind()));
        fields.add(Field.of("State", "state", JournalText.state(run)));
        String file = run.head().file();
        if (file != null) {
            fields.add(Field.of("File", "file", file));
        }
        String sum = run.head().sha256();
        if (sum != null) {
            fields.add(Field.of("SHA-256", "sha256", sum));
        }
        String words = String.join(" ", run.head().arguments());
        fields.add(Field.of("Arguments", "arguments", words, run.head().arguments()));
        fields.add(Field.of(
                "Started",
                "started",
                JournalText.time(run.started()),
                run.started().toString()));
        fields.add(Field.of("Version", "version", run.version()));
        return Result.of(
                new Result.Fields(fields, LABEL_WIDTH),
                JournalText.steps(run.entries(), call.dialog().columns()));
    }
}
