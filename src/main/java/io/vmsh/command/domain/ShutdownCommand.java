package io.vmsh.command.domain;

import static io.vmsh.spec.Group.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainLife.ShutdownMode;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks a guest to shut down. */
final class ShutdownCommand implements Command {
    private static final Map<String, ShutdownMode> MODES = Map.of(
            "acpi", ShutdownMode.ACPI,
            "agent", ShutdownMode.AGENT,
            "initctl", ShutdownMode.INITCTL,
            "signal", ShutdownMode.SIGNAL,
            "paravirt", ShutdownMode.PARAVIRT);
    private static final Opt<String> MODE = Opt.of(
            "mode", Value.listOf("acpi", "agent", "initctl", "signal", "paravirt"), "ways to ask, tried in turn");

    @Override
    public Spec spec() {
        return Spec.of("shutdown", DOMAIN, "ask a guest to shut down")
                .takes(Guests.ACTIVE, MODE)
                .effect(Effect.DISRUPTS)
                .describedAs("The guest decides: it may take its time, or not listen. 'destroy' does not ask.")
                .example("shutdown test", "Domain 'test' is being shutdown");
    }

    @Override
    public Result run(Call call) {
        Set<ShutdownMode> modes = call.find(MODE).stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(ShutdownCommand::mode)
                .collect(Collectors.toUnmodifiableSet());
        String name = call.name(call.get(Guests.ACTIVE));
        try (Domain domain = call.domain(name)) {
            CommandFailure.saying(
                    "Failed to shutdown domain '%s'".formatted(name),
                    () -> domain.life().shutdown(modes));
            return Result.done("Domain '%s' is being shutdown", name);
        }
    }

    private static ShutdownMode mode(String word) {
        @Nullable ShutdownMode mode = MODES.get(word);
        if (mode == null) {
            throw CommandFailure.of(
                    "Unknown mode %s value, expecting 'acpi', 'agent', 'initctl', 'signal', or 'paravirt'", word);
        }
        return mode;
    }
}
