package io.vmsh.command.monitor;

import io.vmsh.command.Command;
import java.util.List;

/** The commands of the group {@code monitor}. */
public final class MonitorCommands {
    private MonitorCommands() {}

    /** In the order of help. */
    public static List<Command> all() {
        return List.of(
                new DomblklistCommand(),
                new DominfoCommand(),
                new DomstateCommand(),
                new DomstatsCommand(),
                new ListCommand());
    }
}
