package io.vmsh.command.snapshot;

import io.vmsh.command.Command;
import java.util.List;

/** The commands of the group {@code snapshot}. */
public final class SnapshotCommands {
    private SnapshotCommands() {}

    /** In the order of help. */
    public static List<Command> all() {
        return List.of(new SnapshotCreateAsCommand(), new SnapshotDeleteCommand(), new SnapshotListCommand());
    }
}
