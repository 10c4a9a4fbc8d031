package io.vmsh.command.pool;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.command.XmlSelection;
import io.vmsh.hypervisor.Pool;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;

/** Shows a pool's description. */
final class PoolDumpxmlCommand implements Command {
    private static final Flag INACTIVE = Flag.of("inactive", "what the next start uses, not what runs");

    @Override
    public Spec spec() {
        return Spec.of("pool-dumpxml", Group.POOL, "show the description of a storage pool as XML")
                .takes(PoolArguments.ANY, INACTIVE, XmlSelection.XPATH, XmlSelection.WRAP)
                .example("pool-dumpxml images", "the whole description")
                .example("pool-dumpxml images --xpath //target/path", "only where it is on the host");
    }

    @Override
    public Result run(Call call) {
        try (Pool pool = call.pool(PoolArguments.ANY)) {
            return XmlSelection.of(call, pool.xml(call.has(INACTIVE)));
        }
    }
}
