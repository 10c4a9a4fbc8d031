package io.vmsh.command.host;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.util.Map;

/** Shows what host and hypervisor can do. */
final class CapabilitiesCommand implements Command {
    @Override
    public Spec spec() {
        return Spec.of("capabilities", Group.HOST, "show what host and hypervisor can do, as XML")
                .example("capabilities", "processors, memory, security models, kinds of guests");
    }

    @Override
    public Result run(Call call) {
        String xml = CommandFailure.saying(
                "failed to get capabilities", () -> call.hypervisor().node().capabilities());
        return new Result.Document(xml + "\n", Map.of("xml", xml));
    }
}
