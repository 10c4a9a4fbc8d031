package io.vmsh.command.domain;

import static io.vmsh.spec.Group.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;

/** Sets how fast a guest's memory is sent while it moves. */
final class MigrateSetspeedCommand implements Command {
    private static final Opt<Long> BANDWIDTH = Opt.of("bandwidth", Value.WRAPPED_LONG, "most MiB to send in a second")
            .mandatory();
    private static final Flag POSTCOPY = Flag.of("postcopy", "of what follows the switch to post-copy");

    @Override
    public Spec spec() {
        return Spec.of("migrate-setspeed", DOMAIN, "limit how fast a guest is moved")
                .takes(Guests.ACTIVE, BANDWIDTH, POSTCOPY)
                .effect(Effect.CHANGES)
                .example("migrate-setspeed test 100", "at most 100 MiB/s, also for a migration under way")
                .example("migrate-setspeed test 20 --postcopy", "once the guest runs on the other side");
    }

    @Override
    public Result run(Call call) {
        try (Domain domain = call.domain(Guests.ACTIVE)) {
            call.hypervisor()
                    .migrations()
                    .setMaxSpeed(domain, call.find(BANDWIDTH).orElseThrow(), call.has(POSTCOPY));
            return Result.NOTHING;
        }
    }
}
