package io.vmsh.command.lock;

import io.vmsh.command.Command;
import java.util.List;

/** The commands of the group {@code lock}. */
public final class LockCommands {
    private LockCommands() {}

    /** In the order of help. */
    public static List<Command> all() {
        return List.of(
                new LockDisableCommand(),
                new LockEnableCommand(),
                new LockHolderCommand(),
                new LockStatusCommand(),
                new LockTestCommand());
    }
}
