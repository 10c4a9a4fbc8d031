package io.vmsh.command.domain;

import static io.vmsh.spec.Group.DOMAIN;

import io.vmsh.command.ByteSize;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Spec;

/** Shows how fast a guest's memory may be sent while it moves. */
final class MigrateGetspeedCommand implements Command {
    private static final Flag POSTCOPY = Flag.of("postcopy", "of what follows the switch to post-copy");

    @Override
    public Spec spec() {
        return Spec.of("migrate-getspeed", DOMAIN, "show how fast a guest may be moved")
                .takes(Guests.ACTIVE, POSTCOPY)
                .example("migrate-getspeed test", "in MiB a second");
    }

    @Override
    public Result run(Call call) {
        try (Domain domain = call.domain(Guests.ACTIVE)) {
            long mebibytes = call.hypervisor().migrations().maxSpeed(domain, call.has(POSTCOPY));
            return Result.line("mib_per_second", Long.toUnsignedString(mebibytes), ByteSize.unsigned(mebibytes));
        }
    }
}
