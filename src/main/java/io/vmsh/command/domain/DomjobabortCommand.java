package io.vmsh.command.domain;

import static io.vmsh.spec.Group.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainJob.AbortFlag;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Spec;
import java.util.Map;

/** Stops what a guest is busy with. */
final class DomjobabortCommand implements Command {
    private static final Flag POSTCOPY =
            Flag.of("postcopy", "interrupt a migration whose guest runs on the other side");

    @Override
    public Spec spec() {
        return Spec.of("domjobabort", DOMAIN, "stop the job of a guest: a migration, a save, a dump, a backup")
                .takes(Guests.ACTIVE, POSTCOPY)
                .effect(Effect.CHANGES)
                .example("domjobabort test", "the guest goes on where it is");
    }

    @Override
    public Result run(Call call) {
        try (Domain domain = call.domain(Guests.ACTIVE)) {
            domain.job().abort(call.chosen(Map.of(POSTCOPY, AbortFlag.POSTCOPY)));
            return Result.NOTHING;
        }
    }
}
