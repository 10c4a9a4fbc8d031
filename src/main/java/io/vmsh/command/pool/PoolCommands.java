package io.vmsh.command.pool;

import io.vmsh.command.Command;
import java.util.List;

/** The commands of the group {@code pool}. */
public final class PoolCommands {
    private PoolCommands() {}

    /** In the order of help. */
    public static List<Command> all() {
        return List.of(new PoolDefineAsCommand(), new PoolInfoCommand(), new PoolListCommand());
    }
}
