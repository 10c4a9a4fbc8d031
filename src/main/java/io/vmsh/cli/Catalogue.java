package io.vmsh.cli;

import io.vmsh.command.Commands;
import io.vmsh.command.domain.DomainCommands;
import io.vmsh.command.evacuate.EvacuationCommands;
import io.vmsh.command.guide.GuideCommands;
import io.vmsh.command.host.HostCommands;
import io.vmsh.command.lock.LockCommands;
import io.vmsh.command.migration.MigrationCommands;
import io.vmsh.command.monitor.MonitorCommands;
import io.vmsh.command.network.NetworkCommands;
import io.vmsh.command.pool.PoolCommands;
import io.vmsh.command.script.ScriptCommands;
import io.vmsh.command.session.SessionCommands;
import io.vmsh.command.snapshot.SnapshotCommands;
import io.vmsh.command.virsh.VirshCommands;
import io.vmsh.command.volume.VolumeCommands;
import java.util.List;

/** The commands of vmsh, group by group, in the order of help. */
public final class Catalogue {
    private Catalogue() {}

    public static Commands commands() {
        return new Commands(List.of(
                DomainCommands.all(),
                MonitorCommands.all(),
                HostCommands.all(),
                NetworkCommands.all(),
                SnapshotCommands.all(),
                PoolCommands.all(),
                VolumeCommands.all(),
                VirshCommands.all(),
                SessionCommands.all(),
                MigrationCommands.all(),
                GuideCommands.all(),
                EvacuationCommands.all(),
                LockCommands.all(),
                ScriptCommands.all()));
    }
}
