package io.vmsh.command.pool;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.Pools;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Turns one of a pool's two names into the other.
 *
 * @param key the name that it shows
 * @param taken an example of a name that it takes
 * @param shown what it shows for it
 * @param fits whether a word can be a name that it takes
 * @param find finds the pool by that name and by no other
 */
record PoolKeyCommand(
        String key,
        String summary,
        String taken,
        String shown,
        Predicate<String> fits,
        BiFunction<Pools, String, Pool> find,
        Function<Pool, String> answer)
        implements Command {
    private static final int UUID_LENGTH = 36;
    private static final String SOME_NAME = "default-pool";
    private static final String SOME_UUID = "dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566";

    static final PoolKeyCommand NAME = new PoolKeyCommand(
            "name",
            "show the name of the storage pool with a UUID",
            SOME_UUID,
            SOME_NAME,
            word -> word.getBytes(StandardCharsets.UTF_8).length == UUID_LENGTH,
            Pools::findByUuid,
            Pool::name);
    static final PoolKeyCommand UUID = new PoolKeyCommand(
            "uuid",
            "show the UUID of the storage pool with a name",
            SOME_NAME,
            SOME_UUID,
            word -> true,
            Pools::findByName,
            Pool::uuid);

    @Override
    public Spec spec() {
        return Spec.of("pool-" + key, Group.POOL, summary)
                .takes(PoolArguments.ANY)
                .example("pool-" + key + " " + taken, shown);
    }

    @Override
    public Result run(Call call) {
        String word = call.name(call.get(PoolArguments.ANY));
        String failure = "failed to get pool '%s'".formatted(word);
        if (!fits.test(word)) {
            throw CommandFailure.of("%s", failure);
        }
        try (Pool pool = CommandFailure.saying(
                failure, () -> find.apply(call.hypervisor().pools(), word))) {
            String found = answer.apply(pool);
            return Result.line(key, found, found);
        }
    }
}
