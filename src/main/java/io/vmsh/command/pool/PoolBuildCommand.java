package io.vmsh.command.pool;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.PoolBuildFlag;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.util.Map;

/** Makes what a pool stands on: its folder, filesystem or partition table. */
final class PoolBuildCommand implements Command {
    @Override
    public Spec spec() {
        return Spec.of("pool-build", Group.POOL, "make what a storage pool stands on")
                .takes(PoolArguments.ANY, BuildOptions.NO_OVERWRITE, BuildOptions.OVERWRITE)
                .effect(Effect.CHANGES)
                .describedAs("Makes the folder, filesystem or partition table that the definition asks for. With"
                        + " --overwrite, data that is there is lost.")
                .example("pool-build images", "Pool images built");
    }

    @Override
    public Result run(Call call) {
        String word = call.name(call.get(PoolArguments.ANY));
        try (Pool pool = call.pool(PoolArguments.ANY)) {
            CommandFailure.saying(
                    "Failed to build pool " + word,
                    () -> pool.build(call.chosen(Map.of(
                            BuildOptions.NO_OVERWRITE, PoolBuildFlag.NO_OVERWRITE,
                            BuildOptions.OVERWRITE, PoolBuildFlag.OVERWRITE))));
            return Result.done("Pool %s built", word);
        }
    }
}
