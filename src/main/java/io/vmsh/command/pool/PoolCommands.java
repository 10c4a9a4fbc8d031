package io.vmsh.command.pool;

import io.vmsh.command.Command;
import io.vmsh.command.ManagedAutostartCommand;
import io.vmsh.command.ManagedDumpxmlCommand;
import io.vmsh.spec.Example;
import java.util.List;

/** The commands of the group {@code pool}. */
public final class PoolCommands {
    private PoolCommands() {}

    /** In the order of help. */
    public static List<Command> all() {
        return List.of(
                new FindSourcesAsCommand(),
                new FindSourcesCommand(),
                new ManagedAutostartCommand(
                        PoolArguments.KIND, "start a storage pool with its host", PoolArguments.PERSISTENT),
                new PoolBuildCommand(),
                new PoolCreateAsCommand(),
                new PoolCreateCommand(),
                new PoolDefineAsCommand(),
                new PoolDefineCommand(),
                PoolVerbs.DELETE,
                PoolVerbs.DESTROY,
                new ManagedDumpxmlCommand(
                        PoolArguments.KIND,
                        "show the description of a storage pool as XML",
                        PoolArguments.ANY,
                        new Example("//target/path", "only where it is on the host")),
                new PoolEditCommand(),
                new PoolInfoCommand(),
                new PoolListCommand(),
                PoolKeyCommand.NAME,
                PoolVerbs.REFRESH,
                new PoolStartCommand(),
                PoolVerbs.UNDEFINE,
                PoolKeyCommand.UUID,
                new PoolEventCommand(),
                new PoolCapabilitiesCommand());
    }
}
