package io.vmsh.command.pool;

import io.vmsh.command.ByteSize;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Field;
import io.vmsh.command.YesOrNo;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.PoolInfo;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.util.ArrayList;
import java.util.List;

/** Shows the basics of one pool. */
final class PoolInfoCommand implements Command {
    private static final Flag BYTES = Flag.of("bytes", "sizes in bytes");
    private static final int LABEL_WIDTH = 16;

    @Override
    public Spec spec() {
        return Spec.of("pool-info", Group.POOL, "show the basics of a storage pool")
                .takes(PoolArguments.ANY, BYTES)
                .example("pool-info images", "its state, and its sizes while it runs")
                .example("pool-info images --bytes", "the same with sizes in bytes");
    }

    @Override
    public boolean glances() {
        return true;
    }

    @Override
    public Result run(Call call) {
        try (Pool pool = call.pool(PoolArguments.ANY)) {
            List<Field> fields = new ArrayList<>();
            fields.add(Field.of("Name", "name", pool.name()));
            fields.add(Field.of("UUID", "uuid", pool.uuid()));
            try {
                state(fields, pool, pool.info(), call.has(BYTES));
            } catch (HypervisorException reason) {
                throw CommandFailure.of(reason).after(new Result.Fields(fields, LABEL_WIDTH));
            }
            return new Result.Fields(fields, LABEL_WIDTH);
        }
    }

    private static void state(List<Field> fields, Pool pool, PoolInfo info, boolean bytes) {
        fields.add(Field.of("State", "state", info.state().label()));
        fields.add(YesOrNo.field("Persistent", "persistent", pool::persistent, "unknown"));
        fields.add(YesOrNo.field("Autostart", "autostart", pool::autostart, "no autostart"));
        if (info.state().hasSizes()) {
            fields.add(size("Capacity", "capacity", info.capacity(), bytes));
            fields.add(size("Allocation", "allocation", info.allocation(), bytes));
            fields.add(size("Available", "available", info.available(), bytes));
        }
    }

    private static Field size(String label, String key, long size, boolean bytes) {
        String text = bytes ? Long.toUnsignedString(size) : ByteSize.text(size);
        return Field.of(label, key, text, ByteSize.unsigned(size));
    }
}
