package io.vmsh.command.pool;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Group;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Spec;

/** Defines a persistent storage pool from options instead of an XML file. */
final class PoolDefineAsCommand implements Command {
    @Override
    public Spec spec() {
        return Spec.of("pool-define-as", Group.POOL, "define a storage pool from options")
                .takes(PoolOptions.ALL.toArray(Parameter[]::new))
                .effect(Effect.CHANGES)
                .example("pool-define-as images dir --target /srv/images", "a pool in a folder")
                .example(
                        "pool-define-as nas netfs nas.example.org /export --target /mnt/nas",
                        "a pool on an NFS server");
    }

    @Override
    public Result run(Call call) {
        PoolOptions options = new PoolOptions(call);
        if (call.has(PoolOptions.PRINT_XML)) {
            return Result.xml(options.xml());
        }
        CommandFailure.saying(
                "Failed to define pool " + options.name(),
                () -> call.hypervisor().pools().define(options.xml(), false).close());
        return Result.done("Pool %s defined", options.name());
    }
}
