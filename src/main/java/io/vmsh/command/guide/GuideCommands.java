package io.vmsh.command.guide;

import io.vmsh.command.Command;
import java.util.List;

/** The commands of this group. */
public final class GuideCommands {
    private GuideCommands() {}

    public static List<Command> all() {
        return List.of(new GuideCommand(), new PoolCheckCommand());
    }
}
