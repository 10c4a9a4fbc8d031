package io.vmsh.command.virsh;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;

/** Shows the folder that relative paths in statements start from. */
final class PwdCommand implements Command {
    @Override
    public Spec spec() {
        return Spec.of("pwd", Group.VIRSH, "show the working folder").local().example("pwd", "/srv/xml");
    }

    @Override
    public Result run(Call call) {
        String folder = call.workspace().directory().toString();
        return Result.line("directory", folder, folder);
    }
}
