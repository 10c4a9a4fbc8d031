package io.vmsh.command.pool;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.command.XmlEditing;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.Pools;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;

/** Changes a pool's definition in an editor. */
final class PoolEditCommand implements Command {
    @Override
    public Spec spec() {
        return Spec.of("pool-edit", Group.POOL, "change the definition of a storage pool in an editor")
                .takes(PoolArguments.ANY)
                .effect(Effect.CHANGES)
                .describedAs("Opens the XML in $VISUAL, $EDITOR or the system's editor. A running pool takes the change"
                        + " when it starts next.")
                .example("pool-edit images", "Pool images XML configuration edited.");
    }

    @Override
    public Result run(Call call) {
        Pools pools = call.hypervisor().pools();
        try (Pool pool = call.pool(PoolArguments.ANY)) {
            boolean changed = new XmlEditing(
                            call,
                            () -> definition(pool),
                            xml -> pools.define(xml, false).close())
                    .edit();
            return Result.done("Pool %s XML configuration %s.", pool.name(), changed ? "edited" : "not changed");
        }
    }

    /** Drivers that know of one description only refuse to be asked for the other. */
    private static String definition(Pool pool) {
        try {
            return pool.xml(true);
        } catch (HypervisorException reason) {
            if (reason.code() == ErrorCode.INVALID_ARG) {
                return pool.xml(false);
            }
            throw reason;
        }
    }
}
