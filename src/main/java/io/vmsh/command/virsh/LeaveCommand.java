package io.vmsh.command.virsh;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;

/** Leaves the shell: {@code exit} and {@code quit}. */
record LeaveCommand(String name) implements Command {
    @Override
    public Spec spec() {
        return Spec.of(name, Group.VIRSH, "leave the shell").local().example(name, "");
    }

    @Override
    public Result run(Call call) {
        return Result.LEAVE;
    }
}
