package io.vmsh.shell;

import io.vmsh.cli.Surroundings;
import io.vmsh.command.Dialog;
import io.vmsh.command.Workspace;
import java.util.function.Function;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.shell.core.ShellRunner;

/** The shell, for somebody at a terminal. */
public final class Shell {
    private Shell() {}

    /**
     * Reads and runs statements until the person leaves.
     *
     * @param workspace makes the workspace for a dialog with the person at the terminal
     * @return the exit code: as in virsh, leaving a shell is no failure
     */
    public static int run(Function<Dialog, Workspace> workspace, ShellSettings settings, Surroundings surroundings) {
        try (GenericApplicationContext context = ShellContext.of(workspace, settings, surroundings)) {
            context.getBean(Banner.class).show();
            context.getBean(ShellRunner.class).run(new String[0]);
            return 0;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
