package io.vmsh.command.network;

import io.vmsh.command.Command;
import io.vmsh.command.ManagedVerbCommand;
import io.vmsh.hypervisor.Network;
import io.vmsh.spec.Effect;

/** Words that do one thing to a network and take nothing but its name. */
final class NetworkVerbs {
    static final Command DESTROY = new ManagedVerbCommand<>(
            NetworkArguments.KIND,
            "destroy",
            "stop a network; its definition stays",
            NetworkArguments.ACTIVE,
            Effect.DISRUPTS,
            "destroyed",
            Network::stop);
    static final Command START = new ManagedVerbCommand<>(
            NetworkArguments.KIND,
            "start",
            "start a network that is defined",
            NetworkArguments.INACTIVE,
            Effect.CHANGES,
            "started",
            Network::start);

    private NetworkVerbs() {}
}
