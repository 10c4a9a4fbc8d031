package io.vmsh.command.network;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.command.XmlSelection;
import io.vmsh.hypervisor.Network;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;

/** Shows a network's description. */
final class NetDumpxmlCommand implements Command {
    private static final Flag INACTIVE = Flag.of("inactive", "what the next start uses, not what runs");

    @Override
    public Spec spec() {
        return Spec.of("net-dumpxml", Group.NETWORK, "show the description of a network as XML")
                .takes(NetworkArguments.ANY, INACTIVE, XmlSelection.XPATH, XmlSelection.WRAP)
                .example("net-dumpxml default", "the whole description")
                .example("net-dumpxml default --xpath //ip", "only its addresses");
    }

    @Override
    public Result run(Call call) {
        try (Network network = NetworkArguments.network(call, NetworkArguments.ANY)) {
            return XmlSelection.of(call, network.xml(call.has(INACTIVE)));
        }
    }
}
