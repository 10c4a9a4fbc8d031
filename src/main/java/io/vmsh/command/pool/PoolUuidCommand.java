package io.vmsh.command.pool;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Pool;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;

/** The UUID of the pool with a name. */
final class PoolUuidCommand implements Command {
    @Override
    public Spec spec() {
        return Spec.of("pool-uuid", Group.POOL, "show the UUID of the storage pool with a name")
                .takes(PoolArguments.ANY)
                .example("pool-uuid default-pool", "dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566");
    }

    @Override
    public Result run(Call call) {
        String name = call.name(call.get(PoolArguments.ANY));
        try (Pool pool = CommandFailure.saying(
                "failed to get pool '%s'".formatted(name),
                () -> call.hypervisor().pools().findByName(name))) {
            return Result.line("uuid", pool.uuid(), pool.uuid());
        }
    }
}
