package io.vmsh.command.network;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Network;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.nio.file.Path;

/** Makes a network known, or changes its definition. */
final class NetDefineCommand implements Command {
    private static final Arg<Path> FILE = Arg.of("file", Value.FILE, "file with the definition as XML");
    private static final Flag VALIDATE = Flag.of("validate", "refuse XML that does not fit libvirt's schema");

    @Override
    public Spec spec() {
        return Spec.of("net-define", Group.NETWORK, "make a network known, or change it, from XML")
                .takes(FILE, VALIDATE)
                .effect(Effect.CHANGES)
                .example("net-define lan.xml", "Network lan defined from lan.xml");
    }

    @Override
    public Result run(Call call) {
        Path file = call.get(FILE);
        String xml = call.read(file);
        try (Network network = CommandFailure.saying(
                "Failed to define network from " + file,
                () -> call.hypervisor().networks().define(xml, call.has(VALIDATE)))) {
            return Result.done("Network %s defined from %s", network.name(), file);
        }
    }
}
