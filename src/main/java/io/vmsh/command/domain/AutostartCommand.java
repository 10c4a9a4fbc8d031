package io.vmsh.command.domain;

import static io.vmsh.spec.Group.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Spec;

/** Lets a guest start with its host, or no longer. */
final class AutostartCommand implements Command {
    private static final Flag DISABLE = Flag.of("disable", "no longer");

    @Override
    public Spec spec() {
        return Spec.of("autostart", DOMAIN, "let a guest start with its host")
                .takes(Guests.ANY, DISABLE)
                .effect(Effect.CHANGES)
                .example("autostart test", "Domain 'test' marked as autostarted");
    }

    @Override
    public Result run(Call call) {
        boolean on = !call.has(DISABLE);
        String name = call.name(call.get(Guests.ANY));
        try (Domain domain = call.domain(name)) {
            CommandFailure.saying(
                    "Failed to %s domain '%s' as autostarted".formatted(on ? "mark" : "unmark", name),
                    () -> domain.life().setAutostart(on));
            return Result.done("Domain '%s' %s as autostarted", name, on ? "marked" : "unmarked");
        }
    }
}
