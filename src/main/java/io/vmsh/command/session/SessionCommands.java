package io.vmsh.command.session;

import io.vmsh.command.Command;
import java.util.List;

/** The commands of the group {@code session}. */
public final class SessionCommands {
    private SessionCommands() {}

    /** In the order of help. */
    public static List<Command> all() {
        return List.of(
                new ConnectCommand(),
                new SessionsCommand(),
                new UseCommand(),
                new DisconnectCommand(),
                new OnCommand());
    }
}
