package io.vmsh.command.host;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.util.function.Function;

/**
 * Shows one thing about a connection on one line.
 *
 * @param failure what to say when it cannot be had
 */
record LineCommand(String name, String summary, String example, String failure, Function<Hypervisor, String> question)
        implements Command {
    static final LineCommand HOSTNAME = new LineCommand(
            "hostname",
            "show the name of the hypervisor's host",
            "kvm1.example.org",
            "failed to get hostname",
            hypervisor -> hypervisor.node().hostname());
    static final LineCommand URI = new LineCommand(
            "uri", "show what the session is connected to", "qemu:///system", "failed to get URI", Hypervisor::uri);

    @Override
    public Spec spec() {
        return Spec.of(name, Group.HOST, summary).example(name, example);
    }

    @Override
    public Result run(Call call) {
        String answer = CommandFailure.saying(failure, () -> question.apply(call.hypervisor()));
        return Result.line(name, answer, answer);
    }
}
