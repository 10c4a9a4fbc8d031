package io.vmsh.command.domain;

import static io.vmsh.spec.Group.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.nio.file.Path;

/** Makes a guest known, or changes its definition. */
final class DefineCommand implements Command {
    private static final Arg<Path> FILE = Arg.of("file", Value.FILE, "file with the definition as XML");
    private static final Flag VALIDATE = Flag.of("validate", "refuse XML that does not fit libvirt's schema");

    @Override
    public Spec spec() {
        return Spec.of("define", DOMAIN, "make a guest known, or change it, from XML")
                .takes(FILE, VALIDATE)
                .effect(Effect.CHANGES)
                .example("define web1.xml", "Domain 'web1' defined from web1.xml");
    }

    @Override
    public Result run(Call call) {
        Path file = call.get(FILE);
        String xml = call.read(file);
        try (Domain domain = CommandFailure.saying(
                "Failed to define domain from " + file,
                () -> call.hypervisor().domains().define(xml, call.has(VALIDATE)))) {
            return Result.done("Domain '%s' defined from %s", domain.name(), file);
        }
    }
}
