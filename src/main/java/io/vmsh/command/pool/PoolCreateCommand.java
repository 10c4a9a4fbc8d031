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
import java.nio.file.Path;
import java.util.Set;

/** Starts a storage pool from an XML file, without a lasting definition. */
final class PoolCreateCommand implements Command {
    @Override
    public Spec spec() {
        return Spec.of("pool-create", Group.POOL, "start a storage pool from an XML file")
                .takes(PoolArguments.FILE, BuildOptions.BUILD, BuildOptions.NO_OVERWRITE, BuildOptions.OVERWRITE)
                .effect(Effect.CHANGES)
                .describedAs("The pool is gone once it stops; pool-define makes one that stays.")
                .example("pool-create scratch.xml", "Pool scratch created from scratch.xml");
    }

    @Override
    public Result run(Call call) {
        Path file = call.get(PoolArguments.FILE);
        Set<PoolCreateFlag> flags = BuildOptions.of(call);
        String xml = call.read(file);
        try (Pool pool = CommandFailure.saying(
                "Failed to create pool from " + file,
                () -> call.hypervisor().pools().create(xml, flags))) {
            return Result.done("Pool %s created from %s", pool.name(), file);
        }
    }
}
