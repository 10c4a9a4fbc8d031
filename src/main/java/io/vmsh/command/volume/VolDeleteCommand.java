package io.vmsh.command.volume;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Volume;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;

/** Deletes a volume with its data. */
final class VolDeleteCommand implements Command {
    private static final Flag DELETE_SNAPSHOTS =
            Flag.of("delete-snapshots", "with the snapshots it has in its pool, where the pool keeps any");

    @Override
    public Spec spec() {
        return Spec.of("vol-delete", Group.VOLUME, "delete a storage volume with its data")
                .takes(VolumeArguments.VOLUME, VolumeArguments.POOL, DELETE_SNAPSHOTS)
                .effect(Effect.DISRUPTS)
                .example("vol-delete old.qcow2 images", "Vol old.qcow2 deleted");
    }

    @Override
    public Result run(Call call) {
        String word = VolumeArguments.word(call);
        try (Volume volume = VolumeArguments.find(call)) {
            CommandFailure.saying("Failed to delete vol " + word, () -> volume.delete(call.has(DELETE_SNAPSHOTS)));
            return Result.done("Vol %s deleted", word);
        }
    }
}
