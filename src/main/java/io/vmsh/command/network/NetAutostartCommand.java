package io.vmsh.command.network;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Network;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;

/** Has a network start with its host, or not. */
final class NetAutostartCommand implements Command {
    private static final Flag DISABLE = Flag.of("disable", "do not start it with the host any more");

    @Override
    public Spec spec() {
        return Spec.of("net-autostart", Group.NETWORK, "start a network with its host")
                .takes(NetworkArguments.PERSISTENT, DISABLE)
                .effect(Effect.CHANGES)
                .example("net-autostart default", "Network default marked as autostarted")
                .example("net-autostart default --disable", "Network default unmarked as autostarted");
    }

    @Override
    public Result run(Call call) {
        String word = call.name(call.get(NetworkArguments.PERSISTENT));
        String mark = call.has(DISABLE) ? "unmark" : "mark";
        try (Network network = NetworkArguments.network(call, NetworkArguments.PERSISTENT)) {
            CommandFailure.saying(
                    "failed to %s network %s as autostarted".formatted(mark, word),
                    () -> network.setAutostart(!call.has(DISABLE)));
            return Result.done("Network %s %sed as autostarted", word, mark);
        }
    }
}
