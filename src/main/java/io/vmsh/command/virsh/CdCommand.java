package io.vmsh.command.virsh;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.command.Workspace;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Changes the folder that relative paths in statements start from. */
final class CdCommand implements Command {
    private static final Opt<Path> FOLDER = Opt.of("dir", Value.FILE, "the folder; the home folder without it");

    @Override
    public Spec spec() {
        return Spec.of("cd", Group.VIRSH, "change the working folder")
                .takes(FOLDER)
                .local()
                .example("cd /srv/xml", "");
    }

    @Override
    public Result run(Call call) {
        Workspace workspace = call.workspace();
        if (!workspace.interactive()) {
            throw CommandFailure.of("cd: command valid only in interactive mode");
        }
        Path wanted = call.findUnlessEmpty(FOLDER).orElseGet(() -> home(workspace));
        try {
            Path folder = workspace.directory().resolve(wanted).toRealPath();
            if (!Files.isDirectory(folder)) {
                throw failure("Not a directory", wanted);
            }
            if (!Files.isExecutable(folder)) {
                throw failure("Permission denied", wanted);
            }
            workspace.changeDirectory(folder);
        } catch (AccessDeniedException closed) {
            throw failure("Permission denied", wanted);
        } catch (IOException absent) {
            throw failure("No such file or directory", wanted);
        }
        return Result.NOTHING;
    }

    private static CommandFailure failure(String reason, Path folder) {
        return CommandFailure.of("cd: %s: %s", reason, folder);
    }

    private static Path home(Workspace workspace) {
        String home = workspace.environment().get("HOME");
        return Path.of(home == null || home.isEmpty() ? System.getProperty("user.home", "/") : home);
    }
}
