package io.vmsh.command.pool;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Pool;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.nio.charset.StandardCharsets;

/** The name of the pool with a UUID. */
final class PoolNameCommand implements Command {
    private static final int UUID_LENGTH = 36;

    @Override
    public Spec spec() {
        return Spec.of("pool-name", Group.POOL, "show the name of the storage pool with a UUID")
                .takes(PoolArguments.ANY)
                .example("pool-name dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566", "default-pool");
    }

    @Override
    public Result run(Call call) {
        String uuid = call.name(call.get(PoolArguments.ANY));
        String failure = "failed to get pool '%s'".formatted(uuid);
        if (uuid.getBytes(StandardCharsets.UTF_8).length != UUID_LENGTH) {
            throw CommandFailure.of(failure);
        }
        try (Pool pool =
                CommandFailure.saying(failure, () -> call.hypervisor().pools().findByUuid(uuid))) {
            return Result.line("name", pool.name(), pool.name());
        }
    }
}
