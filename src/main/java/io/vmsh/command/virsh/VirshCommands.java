package io.vmsh.command.virsh;

import io.vmsh.command.Command;
import java.util.List;

/** The commands of the group {@code virsh}. */
public final class VirshCommands {
    private VirshCommands() {}

    /** In the order of help. */
    public static List<Command> all() {
        return List.of(
                new CdCommand(),
                new EchoCommand(),
                new LeaveCommand("exit"),
                new HelpCommand(),
                new PwdCommand(),
                new LeaveCommand("quit"));
    }
}
