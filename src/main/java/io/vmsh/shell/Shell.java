package io.vmsh.shell;

import io.vmsh.cli.Setup;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.shell.core.ShellRunner;

/** The shell, for somebody at a terminal. */
public final class Shell {
    private Shell() {}

    /**
     * Reads and runs statements until the person leaves.
     *
     * @return the exit code: as in virsh, leaving a shell is no failure
     */
    public static int run(Setup setup) {
        try (GenericApplicationContext context = ShellContext.of(
                dialog -> setup.workspace(dialog, true), ShellSettings.of(setup), setup.surroundings())) {
            context.getBean(Banner.class).show();
            context.getBean(ShellRunner.class).run(new String[0]);
            return 0;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
