package io.vmsh.command.domain;

import io.vmsh.command.Command;
import java.util.List;

/** The commands of the group {@code domain}. */
public final class DomainCommands {
    private DomainCommands() {}

    /** In the order of help. */
    public static List<Command> all() {
        return List.of(
                new AutostartCommand(),
                new CreateCommand(),
                new DefineCommand(),
                new DestroyCommand(),
                NameCommand.DOMID,
                new DomjobabortCommand(),
                new DomjobinfoCommand(),
                NameCommand.DOMNAME,
                NameCommand.DOMUUID,
                new DumpxmlCommand(),
                new MigrateCheckCommand(),
                new MigrateCommand(),
                new MigrateCompcacheCommand(),
                new MigrateGetmaxdowntimeCommand(),
                new MigrateGetspeedCommand(),
                new MigratePostcopyCommand(),
                new MigrateSetmaxdowntimeCommand(),
                new MigrateSetspeedCommand(),
                new MigrateWatchCommand(),
                new MigrationsCommand(),
                VerbCommand.RESUME,
                new ShutdownCommand(),
                new StartCommand(),
                VerbCommand.SUSPEND,
                new UndefineCommand());
    }
}
