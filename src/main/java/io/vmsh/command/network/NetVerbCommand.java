package io.vmsh.command.network;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Network;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.util.function.Consumer;

/**
 * A word that does one thing to a network and takes nothing but its name.
 *
 * @param verb what follows {@code net-} in its name
 * @param done what has become of the network afterwards
 */
record NetVerbCommand(
        String verb, String summary, Arg<Address> argument, Effect effect, String done, Consumer<Network> action)
        implements Command {

    static final NetVerbCommand DESTROY = new NetVerbCommand(
            "destroy",
            "stop a network; its definition stays",
            NetworkArguments.ACTIVE,
            Effect.DISRUPTS,
            "destroyed",
            Network::stop);
    static final NetVerbCommand START = new NetVerbCommand(
            "start",
            "start a network that is defined",
            NetworkArguments.INACTIVE,
            Effect.CHANGES,
            "started",
            Network::start);

    @Override
    public Spec spec() {
        return Spec.of("net-" + verb, Group.NETWORK, summary)
                .takes(argument)
                .effect(effect)
                .example("net-" + verb + " default", "Network default " + done);
    }

    @Override
    public Result run(Call call) {
        String word = call.name(call.get(argument));
        try (Network network = NetworkArguments.network(call, argument)) {
            CommandFailure.saying("Failed to %s network %s".formatted(verb, word), () -> action.accept(network));
            return Result.done("Network %s %s", word, done);
        }
    }
}
