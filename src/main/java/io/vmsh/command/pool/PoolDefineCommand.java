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
import java.nio.file.Path;

/** Defines a storage pool, or changes its definition, from an XML file. */
final class PoolDefineCommand implements Command {
    private static final Flag VALIDATE = Flag.of("validate", "refuse XML that does not fit libvirt's schema");

    @Override
    public Spec spec() {
        return Spec.of("pool-define", Group.POOL, "define a storage pool, or change it, from an XML file")
                .takes(PoolArguments.FILE, VALIDATE)
                .effect(Effect.CHANGES)
                .example("pool-define images.xml", "Pool images defined from images.xml");
    }

    @Override
    public Result run(Call call) {
        Path file = call.get(PoolArguments.FILE);
        String xml = call.read(file);
        try (Pool pool = CommandFailure.saying(
                "Failed to define pool from " + file,
                () -> call.hypervisor().pools().define(xml, call.has(VALIDATE)))) {
            return Result.done("Pool %s defined from %s", pool.name(), file);
        }
    }
}
