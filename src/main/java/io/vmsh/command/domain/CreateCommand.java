package io.vmsh.command.domain;

import static io.vmsh.spec.Group.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainLife.StartFlag;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts a guest from a definition that is forgotten when it stops. */
final class CreateCommand implements Command {
    private static final Arg<Path> FILE = Arg.of("file", Value.FILE, "file with the definition as XML");
    private static final Flag PAUSED = Flag.of("paused", "let it stand still until it is resumed");
    private static final Flag AUTODESTROY = Flag.of("autodestroy", "stop it when this session closes");
    private static final Flag VALIDATE = Flag.of("validate", "refuse XML that does not fit libvirt's schema");
    private static final Flag RESET_NVRAM = Flag.of("reset-nvram", "begin with the firmware's first settings");
    private static final Map<Flag, StartFlag> FLAGS = Map.of(
            PAUSED, StartFlag.PAUSED,
            AUTODESTROY, StartFlag.AUTODESTROY,
            VALIDATE, StartFlag.VALIDATE,
            RESET_NVRAM, StartFlag.RESET_NVRAM);

    @Override
    public Spec spec() {
        return Spec.of("create", DOMAIN, "start a guest from XML and keep no definition of it")
                .takes(FILE, AttachedConsole.CONSOLE, PAUSED, AUTODESTROY, OpenFiles.PASS_FDS, VALIDATE, RESET_NVRAM)
                .effect(Effect.CHANGES)
                .example("create web1.xml", "Domain 'web1' created from web1.xml");
    }

    @Override
    public Result run(Call call) {
        Path file = call.get(FILE);
        String xml = call.read(file);
        List<Integer> files = OpenFiles.of(call);
        Set<StartFlag> flags = call.chosen(FLAGS);
        try (Domain domain = CommandFailure.saying(
                "Failed to create domain from " + file,
                () -> call.hypervisor().domains().create(xml, flags, files))) {
            return AttachedConsole.orNote(
                    Result.done("Domain '%s' created from %s", domain.name(), file), call, domain);
        }
    }
}
