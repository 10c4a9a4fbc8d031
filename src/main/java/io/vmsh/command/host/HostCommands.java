package io.vmsh.command.host;

import io.vmsh.command.Command;
import java.util.List;

/** The commands of the group {@code host}. */
public final class HostCommands {
    private HostCommands() {}

    /** In the order of help. */
    public static List<Command> all() {
        return List.of(
                new CapabilitiesCommand(),
                LineCommand.HOSTNAME,
                new NodeinfoCommand(),
                LineCommand.URI,
                new VersionCommand());
    }
}
