package io.vmsh.command.pool;

import io.vmsh.command.Command;
import java.util.List;

/** The commands of the group {@code pool}. */
public final class PoolCommands {
    private PoolCommands() {}

    /** In the order of help. */
    public static List<Command> all() {
        return List.of(
                new FindSourcesAsCommand(),
                new FindSourcesCommand(),
                new PoolAutostartCommand(),
                new PoolBuildCommand(),
                new PoolCreateAsCommand(),
                new PoolCreateCommand(),
                new PoolDefineAsCommand(),
                new PoolDefineCommand(),
                PoolVerbCommand.DELETE,
                PoolVerbCommand.DESTROY,
                new PoolDumpxmlCommand(),
                new PoolEditCommand(),
                new PoolInfoCommand(),
                new PoolListCommand(),
                PoolKeyCommand.NAME,
                PoolVerbCommand.REFRESH,
                new PoolStartCommand(),
                PoolVerbCommand.UNDEFINE,
                PoolKeyCommand.UUID,
                new PoolEventCommand(),
                new PoolCapabilitiesCommand());
    }
}
