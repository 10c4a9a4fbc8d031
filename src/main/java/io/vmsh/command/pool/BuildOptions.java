package io.vmsh.command.pool;

import io.vmsh.command.Call;
import io.vmsh.hypervisor.PoolCreateFlag;
import io.vmsh.spec.Flag;
import java.util.Map;
import java.util.Set;

/** The options about building a pool before it starts. */
final class BuildOptions {
    static final Flag BUILD = Flag.of("build", "make what it stands on first");
    static final Flag NO_OVERWRITE = Flag.of("no-overwrite", "refuse to build where there is data already");
    static final Flag OVERWRITE = Flag.of("overwrite", "build over data that is there");

    private static final Map<Flag, PoolCreateFlag> MEANINGS = Map.of(
            BUILD, PoolCreateFlag.WITH_BUILD,
            OVERWRITE, PoolCreateFlag.WITH_BUILD_OVERWRITE,
            NO_OVERWRITE, PoolCreateFlag.WITH_BUILD_NO_OVERWRITE);

    private BuildOptions() {}

    static Set<PoolCreateFlag> of(Call call) {
        call.exclusive(OVERWRITE, NO_OVERWRITE);
        return call.chosen(MEANINGS);
    }
}
