package io.vmsh.command.network;

import io.vmsh.command.Command;
import java.util.List;

/** The commands of the group {@code network}. */
public final class NetworkCommands {
    private NetworkCommands() {}

    /** In the order of help. */
    public static List<Command> all() {
        return List.of(
                new NetAutostartCommand(),
                new NetDefineCommand(),
                NetVerbCommand.DESTROY,
                new NetDumpxmlCommand(),
                new NetInfoCommand(),
                new NetListCommand(),
                NetVerbCommand.START);
    }
}
