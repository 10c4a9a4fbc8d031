package io.vmsh.command.network;

import static io.vmsh.spec.Value.NETWORK;

import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.ManagedKind;
import io.vmsh.hypervisor.Network;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Group;

/** The argument that most commands on networks take. */
final class NetworkArguments {
    private static final String HELP = "name or UUID of the network";

    static final Arg<Address> ANY = Arg.of("network", NETWORK, HELP);
    static final Arg<Address> ACTIVE = Arg.of("network", NETWORK.in("active"), HELP);
    static final Arg<Address> INACTIVE = Arg.of("network", NETWORK.in("inactive"), HELP);
    static final Arg<Address> PERSISTENT = Arg.of("network", NETWORK.in("persistent"), HELP);

    static final ManagedKind<Network> KIND =
            new ManagedKind<>("net", "Network", Group.NETWORK, "default", NetworkArguments::network);

    private NetworkArguments() {}

    /** The network that an argument names; the caller closes it. */
    static Network network(Call call, Arg<Address> arg) {
        String name = call.name(call.get(arg));
        return CommandFailure.saying(
                "failed to get network '%s'".formatted(name),
                () -> call.hypervisor().networks().find(name));
    }
}
