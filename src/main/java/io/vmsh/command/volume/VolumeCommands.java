package io.vmsh.command.volume;

import io.vmsh.command.Command;
import java.util.List;

/** The commands of the group {@code volume}. */
public final class VolumeCommands {
    private VolumeCommands() {}

    /** In the order of help. */
    public static List<Command> all() {
        return List.of(
                new VolCreateAsCommand(),
                new VolDeleteCommand(),
                new VolInfoCommand(),
                new VolListCommand(),
                new VolPathCommand());
    }
}
