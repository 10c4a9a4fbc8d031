package io.vmsh.command.pool;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.PoolCreateFlag;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.util.Set;

/** Starts a pool that is defined. */
final class PoolStartCommand implements Command {
    @Override
    public Spec spec() {
        return Spec.of("pool-start", Group.POOL, "start a storage pool")
                .takes(PoolArguments.INACTIVE, BuildOptions.BUILD, BuildOptions.NO_OVERWRITE, BuildOptions.OVERWRITE)
                .effect(Effect.CHANGES)
                .example("pool-start images", "Pool images started")
                .example("pool-start images --build", "the same, making its folder first");
    }

    @Override
    public Result run(Call call) {
        String word = call.name(call.get(PoolArguments.INACTIVE));
        try (Pool pool = call.pool(PoolArguments.INACTIVE)) {
            Set<PoolCreateFlag> flags = BuildOptions.of(call);
            CommandFailure.saying("Failed to start pool " + word, () -> pool.start(flags));
            return Result.done("Pool %s started", word);
        }
    }
}
