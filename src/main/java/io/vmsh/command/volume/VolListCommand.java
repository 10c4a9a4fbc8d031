package io.vmsh.command.volume;

import io.vmsh.command.ByteSize;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.VolumeDetails;
import io.vmsh.hypervisor.VolumeInfo;
import io.vmsh.hypervisor.VolumeSummary;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the volumes of a pool. */
final class VolListCommand implements Command {
    private static final Flag DETAILS = Flag.of("details", "with types and sizes");
    private static final Column NAME = new Column("Name", "name");
    private static final Column PATH = new Column("Path", "path");

    @Override
    public Spec spec() {
        return Spec.of("vol-list", Group.VOLUME, "list the volumes of a storage pool")
                .takes(VolumeArguments.REQUIRED_POOL, DETAILS)
                .example("vol-list images", "the volumes and where they are")
                .example("vol-list images --details", "with types and sizes");
    }

    @Override
    public Result run(Call call) {
        try (Pool pool = call.pool(VolumeArguments.REQUIRED_POOL)) {
            return CommandFailure.saying(
                    "Failed to list volumes",
                    () -> call.has(DETAILS) ? details(pool.volumeDetails()) : summaries(pool.volumes()));
        }
    }

    private static Result summaries(List<VolumeSummary> volumes) {
        Result.RowsBuilder rows = Result.rows(NAME, PATH);
        volumes.forEach(volume -> rows.row(Cell.of(volume.name()), path(volume.path())));
        return rows.table();
    }

    private static Result details(List<VolumeDetails> volumes) {
        Result.RowsBuilder rows = Result.rows(
                NAME,
                PATH,
                new Column("Type", "type"),
                new Column("Capacity", "capacity"),
                new Column("Allocation", "allocation"));
        for (VolumeDetails volume : volumes) {
            VolumeInfo info = volume.info();
            rows.row(
                    Cell.of(volume.name()),
                    path(volume.path()),
                    info == null ? unknown() : Cell.of(info.type().label()),
                    info == null ? unknown() : size(info.capacity()),
                    info == null ? unknown() : size(info.allocation()));
        }
        return rows.table();
    }

    private static Cell path(@Nullable String path) {
        return path == null ? unknown() : Cell.of(path);
    }

    private static Cell size(long bytes) {
        return Cell.of(ByteSize.text(bytes), ByteSize.unsigned(bytes));
    }

    private static Cell unknown() {
        return Cell.of("unknown", null);
    }
}
