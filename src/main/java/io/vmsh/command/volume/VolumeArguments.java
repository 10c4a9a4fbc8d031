package io.vmsh.command.volume;

import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.Volume;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Value;
import java.util.Optional;

/** The arguments that name a volume, and how one is found by them. */
final class VolumeArguments {
    static final Arg<Address> VOLUME = Arg.of("vol", Value.VOLUME, "name, key or path of the volume");
    static final Opt<Address> POOL = Opt.of("pool", Value.POOL.in("active"), "name or UUID of its pool");
    /** The pool of commands that cannot do without. */
    static final Arg<Address> REQUIRED_POOL = Arg.of("pool", Value.POOL.in("active"), "name or UUID of the pool");

    private VolumeArguments() {}

    /** The word that names the volume. */
    static String word(Call call) {
        return call.name(call.get(VOLUME));
    }

    /** The volume; the caller closes it. A name needs the pool, a key or path does not. */
    static Volume find(Call call) {
        String word = word(call);
        Optional<Address> pool = call.find(POOL);
        return pool.isPresent() ? findIn(call, call.name(pool.get()), word) : findAnywhere(call, word);
    }

    private static Volume findAnywhere(Call call, String word) {
        return CommandFailure.saying(
                "failed to get vol '%s', specifying --pool might help".formatted(word),
                () -> call.hypervisor().pools().findVolume(word));
    }

    private static Volume findIn(Call call, String poolWord, String word) {
        try (Pool pool = call.pool(poolWord)) {
            String inactive = "pool '%s' is not active".formatted(poolWord);
            if (!CommandFailure.saying(inactive, pool::active)) {
                throw CommandFailure.of(inactive);
            }
            return CommandFailure.saying("failed to get vol '%s'".formatted(word), () -> findIn(call, pool, word));
        }
    }

    private static Volume findIn(Call call, Pool pool, String word) {
        try {
            return pool.findVolume(word);
        } catch (HypervisorException notItsName) {
            return ofPool(call.hypervisor().pools().findVolume(word), pool, word);
        }
    }

    /** Refuses a volume that a key or path has led to in another pool. */
    private static Volume ofPool(Volume volume, Pool pool, String word) {
        if (volume.pool().equals(pool.name())) {
            return volume;
        }
        volume.close();
        throw CommandFailure.of("Requested volume '%s' is not in pool '%s'", word, pool.name());
    }
}
