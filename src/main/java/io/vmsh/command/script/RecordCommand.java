package io.vmsh.command.script;

import io.vmsh.batch.Recording;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.LocalFile;
import io.vmsh.command.Result;
import io.vmsh.command.Workspace;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.UsageException;
import io.vmsh.spec.Value;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** Writes what is done in the shell as a script. */
final class RecordCommand implements Command {
    private static final Opt<Path> FILE = Opt.of("file", Value.FILE, "the script to write, usually *.vmsh");
    private static final Flag STOP = Flag.of("stop", "end the recording");

    @Override
    public Spec spec() {
        return Spec.of("record", Group.SCRIPT, "write what is done from now on as a script")
                .takes(FILE, STOP)
                .local()
                .describedAs("""
                        Each session is connected to before it is first needed, so that the script can be run from \
                        anywhere, and on other hosts with run --map. A statement that failed is a comment with its \
                        error; for a secret there is a question. The prompt tells that it goes on.""")
                .example("record move.vmsh", "what is done from here on is in move.vmsh")
                .example("record --stop", "how many statements it has");
    }

    @Override
    public Result run(Call call) {
        Workspace workspace = call.workspace();
        Recording before = workspace.recording().orElse(null);
        if (call.has(STOP)) {
            if (before == null) {
                throw CommandFailure.of("nothing is being recorded");
            }
            workspace.record(null);
            return Result.done("%d statements recorded in %s", before.statements(), before.file());
        }
        if (before != null) {
            throw CommandFailure.of("%s is being recorded; 'record --stop' ends that", before.file());
        }
        Path file =
                call.find(FILE).orElseThrow(() -> new UsageException("command 'record' requires <file> option", 0, 0));
        try {
            workspace.record(Recording.begin(workspace.directory().resolve(file)));
        } catch (FileAlreadyExistsException there) {
            throw CommandFailure.of("'%s' is there already, and nothing is written over", file);
        } catch (IOException failure) {
            throw CommandFailure.of("Failed to write file '%s': %s", file, LocalFile.reason(failure));
        }
        return Result.done("Recording to %s; 'record --stop' ends it", file);
    }
}
