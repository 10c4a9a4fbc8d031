package io.vmsh.command.domain;

import static io.vmsh.spec.Group.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Spec;

/** Lets a guest that moves run on the other side at once. */
final class MigratePostcopyCommand implements Command {
    @Override
    public Spec spec() {
        return Spec.of("migrate-postcopy", DOMAIN, "switch a guest that is being moved to post-copy")
                .takes(Guests.ACTIVE)
                .describedAs("For a migration that was started with --postcopy. The guest runs on the destination from"
                        + " now on, and fetches what memory it lacks. From then on it cannot be called back: if the"
                        + " connection between the hosts breaks, it stands still until --postcopy-resume mends that.")
                .effect(Effect.CHANGES)
                .example("migrate-postcopy test", "the end is near, however much the guest writes");
    }

    @Override
    public Result run(Call call) {
        try (Domain domain = call.domain(Guests.ACTIVE)) {
            call.hypervisor().migrations().startPostCopy(domain);
            return Result.NOTHING;
        }
    }
}
