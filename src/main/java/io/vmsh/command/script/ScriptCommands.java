package io.vmsh.command.script;

import io.vmsh.command.Command;
import java.util.List;

/** The commands of the group {@code script}. */
public final class ScriptCommands {
    private ScriptCommands() {}

    /** In the order of help. */
    public static List<Command> all() {
        return List.of(
                new ExpectErrorCommand(),
                new HistoryCommand(),
                new JournalCommand(),
                new JournalsCommand(),
                new RecordCommand(),
                new RunCommand());
    }
}
