package io.vmsh.command.evacuate;

import io.vmsh.command.Command;
import java.util.List;

/** The commands that move all guests of a host. */
public final class EvacuationCommands {
    private EvacuationCommands() {}

    /** In the order of help. */
    public static List<Command> all() {
        return List.of(new EvacuateCommand());
    }
}
