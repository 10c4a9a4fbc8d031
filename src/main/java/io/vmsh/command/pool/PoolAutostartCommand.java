package io.vmsh.command.pool;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Pool;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;

/** Has a pool start with its host, or not. */
final class PoolAutostartCommand implements Command {
    private static final Flag DISABLE = Flag.of("disable", "do not start it with the host any more");

    @Override
    public Spec spec() {
        return Spec.of("pool-autostart", Group.POOL, "start a storage pool with its host")
                .takes(PoolArguments.PERSISTENT, DISABLE)
                .effect(Effect.CHANGES)
                .example("pool-autostart images", "Pool images marked as autostarted")
                .example("pool-autostart images --disable", "Pool images unmarked as autostarted");
    }

    @Override
    public Result run(Call call) {
        String word = call.name(call.get(PoolArguments.PERSISTENT));
        String mark = call.has(DISABLE) ? "unmark" : "mark";
        try (Pool pool = call.pool(PoolArguments.PERSISTENT)) {
            CommandFailure.saying(
                    "failed to %s pool %s as autostarted".formatted(mark, word),
                    () -> pool.setAutostart(!call.has(DISABLE)));
            return Result.done("Pool %s %sed as autostarted", word, mark);
        }
    }
}
