package io.vmsh.command.volume;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Volume;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;

/** Shows where a volume is on its host. */
final class VolPathCommand implements Command {
    @Override
    public Spec spec() {
        return Spec.of("vol-path", Group.VOLUME, "show where a storage volume is")
                .takes(VolumeArguments.VOLUME, VolumeArguments.POOL)
                .example("vol-path web1.qcow2 images", "/srv/images/web1.qcow2");
    }

    @Override
    public Result run(Call call) {
        try (Volume volume = VolumeArguments.find(call)) {
            String path = volume.path();
            return Result.line("path", path, path);
        }
    }
}
