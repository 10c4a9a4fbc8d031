package io.vmsh.command.domain;

import static io.vmsh.spec.Group.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainLife.DestroyFlag;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Spec;
import java.util.Map;

/** Stops a guest at once. */
final class DestroyCommand implements Command {
    private static final Flag GRACEFUL = Flag.of("graceful", "give up rather than kill what does not end when asked");
    private static final Flag REMOVE_LOGS = Flag.of("remove-logs", "delete its log files too");
    private static final Map<Flag, DestroyFlag> FLAGS = Map.of(
            GRACEFUL, DestroyFlag.GRACEFUL,
            REMOVE_LOGS, DestroyFlag.REMOVE_LOGS);

    @Override
    public Spec spec() {
        return Spec.of("destroy", DOMAIN, "stop a guest at once, as if its power were cut")
                .takes(Guests.ACTIVE, GRACEFUL, REMOVE_LOGS)
                .effect(Effect.DISRUPTS)
                .describedAs("The definition and the disks stay. What the guest had not written is lost.")
                .example("destroy test", "Domain 'test' destroyed");
    }

    @Override
    public Result run(Call call) {
        String name = call.name(call.get(Guests.ACTIVE));
        try (Domain domain = call.domain(name)) {
            CommandFailure.saying(
                    "Failed to destroy domain '%s'".formatted(name),
                    () -> domain.life().destroy(call.chosen(FLAGS)));
            return Result.done("Domain '%s' destroyed", name);
        }
    }
}
