package io.vmsh.command.script;

import io.vmsh.batch.Journals;
import io.vmsh.batch.PastRun;
import io.vmsh.batch.PastRun.Entry;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;

/** Lists the journals. */
final class JournalsCommand implements Command {
    @Override
    public Spec spec() {
        return Spec.of("journals", Group.SCRIPT, "list the journals of scripts that were run, newest first")
                .local()
                .describedAs("A run that is 'stopped' or 'cut' can be gone on with by 'run --resume ID'. The newest"
                        + " %d journals are kept, in the folder vmsh/journals of $XDG_STATE_HOME (~/.local/state)."
                                .formatted(Journals.KEPT))
                .example("journals", "ids, states and how many steps are done")
                .example("journals --output json", "the same for programs");
    }

    @Override
    public Result run(Call call) {
        Result.RowsBuilder rows = Result.rows(
                new Column("Id", "id"),
                new Column("Kind", "kind"),
                new Column("State", "state"),
                new Column("Steps done", "done"),
                new Column("File", "file"),
                new Column("Started", "started"));
        for (PastRun run : JournalAccess.journals(call).all()) {
            String file = run.head().file();
            rows.row(
                    Cell.of(run.id()),
                    Cell.of(run.head().kind()),
                    Cell.of(JournalText.state(run)),
                    Cell.of(run.entries().stream().filter(Entry::finished).count()),
                    Cell.of(file == null ? "-" : file, file),
                    Cell.of(JournalText.time(run.started()), run.started().toString()));
        }
        return rows.table();
    }
}
