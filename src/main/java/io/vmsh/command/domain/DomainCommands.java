package io.vmsh.command.domain;

import io.vmsh.command.Command;
import java.util.List;

/** The commands of the group {@code domain}. */
public final class DomainCommands {
    private DomainCommands() {}

    /** In the order of help. */
    public static List<Command> all() {
        return List.of(
                new CreateCommand(),
                new DefineCommand(),
                new DestroyCommand(),
                NameCommand.DOMID,
                NameCommand.DOMNAME,
                NameCommand.DOMUUID,
                new DumpxmlCommand(),
                new MigrateCommand(),
                VerbCommand.RESUME,
                new StartCommand(),
                VerbCommand.SUSPEND);
    }
}
