package io.vmsh.command.script;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.LocalFile;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Secrets;
import io.vmsh.spec.Spec;
import io.vmsh.spec.UsageException;
import io.vmsh.spec.Value;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/** Shows or saves the lines that were typed in the shell. */
final class HistoryCommand implements Command {
    private static final Opt<Integer> LAST = Opt.of("last", Value.INT, "only so many lines, the newest");
    private static final Opt<Path> SAVE = Opt.of("save", Value.FILE, "write the lines to this file, as a script")
            .named();

    @Override
    public Spec spec() {
        return Spec.of("history", Group.SCRIPT, "show or save the lines typed in the shell")
                .takes(LAST, SAVE)
                .local()
                .describedAs("Secrets are not kept in the history; a line that had one is saved as a comment. To write"
                        + " a script that can be run again as it is, 'record' does more.")
                .example("history 20", "the last twenty lines")
                .example("history --save today.vmsh", "all lines in a file");
    }

    @Override
    public Result run(Call call) {
        List<String> all = call.workspace()
                .history()
                .orElseThrow(() -> CommandFailure.of("there is a history only in the shell, at its prompt"));
        int last = call.find(LAST).orElse(all.size());
        if (last < 0) {
            throw new UsageException("a number of lines cannot be negative", 0, 0);
        }
        int first = Math.max(0, all.size() - last);
        List<String> lines = all.subList(first, all.size());
        Path file = call.find(SAVE).orElse(null);
        if (file != null) {
            save(call, file, lines);
            return Result.done("%d lines saved in %s", lines.size(), file);
        }
        Result.RowsBuilder rows = Result.rows(new Column("Line", "line"), new Column("Statement", "statement"));
        for (int i = 0; i < lines.size(); i++) {
            rows.row(Cell.of(first + i + 1), Cell.of(lines.get(i)));
        }
        return rows.lines("%5s  %s");
    }

    private static void save(Call call, Path file, List<String> lines) {
        String text = lines.stream().map(HistoryCommand::line).collect(Collectors.joining());
        try {
            Files.writeString(
                    call.workspace().directory().resolve(file),
                    text,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException there) {
            throw CommandFailure.of("'%s' is there already, and nothing is written over", file);
        } catch (IOException failure) {
            throw CommandFailure.of("Failed to write file '%s': %s", file, LocalFile.reason(failure));
        }
    }

    private static String line(String line) {
        return (line.contains(Secrets.STARS) ? "# " + line.replace("\n", "\n# ") : line) + "\n";
    }
}
