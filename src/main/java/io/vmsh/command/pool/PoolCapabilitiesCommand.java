package io.vmsh.command.pool;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.util.Map;

/** Shows which kinds of pools a host can have. */
final class PoolCapabilitiesCommand implements Command {
    @Override
    public Spec spec() {
        return Spec.of("pool-capabilities", Group.POOL, "show which kinds of storage pools a host can have")
                .example("pool-capabilities", "types and formats, as XML");
    }

    @Override
    public Result run(Call call) {
        String xml = CommandFailure.saying(
                "failed to get storage pool capabilities",
                () -> call.hypervisor().pools().capabilities());
        // virsh ends this one document with an empty line.
        return new Result.Document(xml + "\n", Map.of("xml", xml));
    }
}
