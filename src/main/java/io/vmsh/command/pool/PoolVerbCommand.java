package io.vmsh.command.pool;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Pool;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.util.function.Consumer;

/**
 * A word that does one thing to a pool and takes nothing but its name.
 *
 * @param verb what follows {@code pool-} in its name
 * @param argument which pools it can be done to
 * @param done what has become of the pool afterwards
 */
record PoolVerbCommand(
        String verb, String summary, Arg<Address> argument, Effect effect, String done, Consumer<Pool> action)
        implements Command {

    static final PoolVerbCommand DELETE = new PoolVerbCommand(
            "delete",
            "delete what a storage pool stands on, with all its data",
            PoolArguments.INACTIVE,
            Effect.DISRUPTS,
            "deleted",
            Pool::delete);
    static final PoolVerbCommand DESTROY = new PoolVerbCommand(
            "destroy",
            "stop a storage pool; its data stays",
            PoolArguments.ACTIVE,
            Effect.DISRUPTS,
            "destroyed",
            Pool::stop);
    static final PoolVerbCommand REFRESH = new PoolVerbCommand(
            "refresh",
            "look for the volumes of a storage pool anew",
            PoolArguments.ACTIVE,
            Effect.CHANGES,
            "refreshed",
            Pool::refresh);
    static final PoolVerbCommand UNDEFINE = new PoolVerbCommand(
            "undefine",
            "forget the definition of a storage pool; its data stays",
            PoolArguments.PERSISTENT,
            Effect.DISRUPTS,
            "has been undefined",
            Pool::undefine);

    @Override
    public Spec spec() {
        return Spec.of("pool-" + verb, Group.POOL, summary)
                .takes(argument)
                .effect(effect)
                .example("pool-" + verb + " images", "Pool images " + done);
    }

    @Override
    public Result run(Call call) {
        String word = call.name(call.get(argument));
        try (Pool pool = call.pool(argument)) {
            CommandFailure.saying("Failed to %s pool %s".formatted(verb, word), () -> action.accept(pool));
            return Result.done("Pool %s %s", word, done);
        }
    }
}
