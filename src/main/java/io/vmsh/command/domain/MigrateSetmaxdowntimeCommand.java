package io.vmsh.command.domain;

import static io.vmsh.spec.Group.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;

/** Sets how long a guest may stand still while it moves to its new host. */
final class MigrateSetmaxdowntimeCommand implements Command {
    private static final Opt<Long> DOWNTIME = Opt.of(
                    "downtime", Value.UNSIGNED_LONG, "milliseconds for which the guest may stand still")
            .mandatory();

    @Override
    public Spec spec() {
        return Spec.of("migrate-setmaxdowntime", DOMAIN, "set how long a guest may stand still as it is moved")
                .takes(Guests.ACTIVE, DOWNTIME)
                .describedAs("A live migration ends when what is left to send fits into this time. While a guest writes"
                        + " memory faster than it is sent, a longer time lets the migration come to an end.")
                .effect(Effect.CHANGES)
                .example("migrate-setmaxdowntime test 1500", "a second and a half, also for a migration under way");
    }

    @Override
    public Result run(Call call) {
        try (Domain domain = call.domain(Guests.ACTIVE)) {
            long millis = call.find(DOWNTIME).orElseThrow();
            if (millis == 0) {
                throw CommandFailure.of("migrate: Invalid downtime");
            }
            call.hypervisor().migrations().setMaxDowntime(domain, millis);
            return Result.NOTHING;
        }
    }
}
