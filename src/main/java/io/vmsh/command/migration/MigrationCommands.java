package io.vmsh.command.migration;

import io.vmsh.command.Command;
import java.util.List;

/** The commands of the group {@code migration}. */
public final class MigrationCommands {
    private MigrationCommands() {}

    /** In the order of help. */
    public static List<Command> all() {
        return List.of(
                new ColdRestartCommand(),
                new DiskCacheCommand(),
                new ExplainCommand(),
                new FixCommand(),
                new MigrateRecoverCommand(),
                new PersistCommand());
    }
}
