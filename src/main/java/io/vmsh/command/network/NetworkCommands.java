package io.vmsh.command.network;

import io.vmsh.command.Command;
import io.vmsh.command.ManagedAutostartCommand;
import io.vmsh.command.ManagedDumpxmlCommand;
import io.vmsh.spec.Example;
import java.util.List;

/** The commands of the group {@code network}. */
public final class NetworkCommands {
    private NetworkCommands() {}

    /** In the order of help. */
    public static List<Command> all() {
        return List.of(
                new ManagedAutostartCommand(
                        NetworkArguments.KIND, "start a network with its host", NetworkArguments.PERSISTENT),
                new NetDefineCommand(),
                NetworkVerbs.DESTROY,
                new ManagedDumpxmlCommand(
                        NetworkArguments.KIND,
                        "show the description of a network as XML",
                        NetworkArguments.ANY,
                        new Example("//ip", "only its addresses")),
                new NetInfoCommand(),
                new NetListCommand(),
                NetworkVerbs.START);
    }
}
