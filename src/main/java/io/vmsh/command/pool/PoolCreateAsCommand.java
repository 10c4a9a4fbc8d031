package io.vmsh.command.pool;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.PoolCreateFlag;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Group;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Starts a storage pool from options, without a lasting definition. */
final class PoolCreateAsCommand implements Command {
    @Override
    public Spec spec() {
        List<Parameter> parameters = new ArrayList<>(PoolOptions.ALL);
        parameters.addAll(List.of(BuildOptions.BUILD, BuildOptions.NO_OVERWRITE, BuildOptions.OVERWRITE));
        return Spec.of("pool-create-as", Group.POOL, "start a storage pool from options")
                .takes(parameters.toArray(Parameter[]::new))
                .effect(Effect.CHANGES)
                .describedAs("The pool is gone once it stops; pool-define-as makes one that stays.")
                .example("pool-create-as scratch dir --target /srv/scratch --build", "Pool scratch created");
    }

    @Override
    public Result run(Call call) {
        Set<PoolCreateFlag> flags = BuildOptions.of(call);
        PoolOptions options = new PoolOptions(call);
        if (call.has(PoolOptions.PRINT_XML)) {
            return Result.xml(options.xml());
        }
        CommandFailure.saying(
                "Failed to create pool " + options.name(),
                () -> call.hypervisor().pools().create(options.xml(), flags).close());
        return Result.done("Pool %s created", options.name());
    }
}
