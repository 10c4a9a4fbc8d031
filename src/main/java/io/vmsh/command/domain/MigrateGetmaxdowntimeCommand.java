package io.vmsh.command.domain;

import static io.vmsh.spec.Group.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.spec.Spec;

/** Shows how long a guest may stand still while it moves to its new host. */
final class MigrateGetmaxdowntimeCommand implements Command {
    @Override
    public Spec spec() {
        return Spec.of("migrate-getmaxdowntime", DOMAIN, "show how long a guest may stand still as it is moved")
                .takes(Guests.ACTIVE)
                .example("migrate-getmaxdowntime test", "in milliseconds");
    }

    @Override
    public Result run(Call call) {
        try (Domain domain = call.domain(Guests.ACTIVE)) {
            long millis = call.hypervisor().migrations().maxDowntime(domain);
            return Result.line("downtime_ms", Long.toUnsignedString(millis), millis);
        }
    }
}
