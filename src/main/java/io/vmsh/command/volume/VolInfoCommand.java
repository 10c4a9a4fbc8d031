package io.vmsh.command.volume;

import io.vmsh.command.ByteSize;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Field;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Volume;
import io.vmsh.hypervisor.VolumeInfo;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.util.List;

/** Shows the basics of one volume. */
final class VolInfoCommand implements Command {
    private static final Flag BYTES = Flag.of("bytes", "sizes in bytes");
    private static final Flag PHYSICAL =
            Flag.of("physical", "the size of its file or device instead of its allocation");
    private static final int LABEL_WIDTH = 16;

    @Override
    public Spec spec() {
        return Spec.of("vol-info", Group.VOLUME, "show the basics of a storage volume")
                .takes(VolumeArguments.VOLUME, VolumeArguments.POOL, BYTES, PHYSICAL)
                .example("vol-info web1.qcow2 images", "its type and sizes");
    }

    @Override
    public Result run(Call call) {
        try (Volume volume = VolumeArguments.find(call)) {
            Field name = Field.of("Name", "name", volume.name());
            VolumeInfo info;
            try {
                info = call.has(PHYSICAL) ? volume.physicalInfo() : volume.info();
            } catch (HypervisorException reason) {
                throw CommandFailure.of(reason).after(new Result.Fields(List.of(name), LABEL_WIDTH));
            }
            boolean bytes = call.has(BYTES);
            return new Result.Fields(
                    List.of(
                            name,
                            Field.of("Type", "type", info.type().label()),
                            size("Capacity", "capacity", info.capacity(), bytes),
                            call.has(PHYSICAL)
                                    ? size("Physical", "physical", info.allocation(), bytes)
                                    : size("Allocation", "allocation", info.allocation(), bytes)),
                    LABEL_WIDTH);
        }
    }

    private static Field size(String label, String key, long size, boolean bytes) {
        String text = bytes ? Long.toUnsignedString(size) + " bytes" : ByteSize.text(size);
        return Field.of(label, key, text, ByteSize.unsigned(size));
    }
}
