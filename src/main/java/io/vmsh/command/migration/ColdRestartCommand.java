package io.vmsh.command.migration;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Shuts a guest off and starts it again, so that QEMU starts anew from the definition. */
final class ColdRestartCommand implements Command {
    private static final int USUAL_PATIENCE = 120;
    private static final Duration POLL = Duration.ofMillis(250);

    private static final Arg<Address> DOMAIN =
            Arg.of("domain", Value.DOMAIN.in("running"), "name, id or UUID of the guest");
    private static final Opt<Integer> TIMEOUT = Opt.of(
                    "timeout", Value.UNSIGNED_INT, "seconds to wait for the guest to shut down (120)")
            .named();
    private static final Flag DESTROY =
            Flag.of("destroy", "cut its power when it has not shut down in time; what it has not written is lost");

    @Override
    public Spec spec() {
        return Spec.of("cold-restart", Group.MIGRATION, "shut a guest off and start it again")
                .takes(DOMAIN, TIMEOUT, DESTROY)
                .effect(Effect.DISRUPTS)
                .describedAs(
                        "A reboot inside the guest keeps the running QEMU, and with it the old settings; this does not.")
                .example("cold-restart web1", "web1 was shut off and started again")
                .example("cold-restart web1 --timeout 10 --destroy", "the same, by force after ten seconds");
    }

    @Override
    public Result run(Call call) {
        try (Domain guest = call.domain(DOMAIN)) {
            String word = call.get(DOMAIN).word();
            Definitions.requirePersistent(guest, word);
            if (guest.life().active()) {
                stop(call, guest, word);
            }
            guest.life().start(Set.of(), List.of());
            return Result.done("%s was shut off and started again", guest.name());
        }
    }

    private static void stop(Call call, Domain guest, String word) {
        long seconds = Integer.toUnsignedLong(call.find(TIMEOUT).orElse(USUAL_PATIENCE));
        guest.life().shutdown(Set.of());
        long deadline = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (guest.life().active()) {
            if (System.nanoTime() - deadline >= 0) {
                if (!call.has(DESTROY)) {
                    throw CommandFailure.of(
                            "%s was asked to shut down and still runs after %d s; 'cold-restart %s --destroy' cuts its power",
                            guest.name(), seconds, word);
                }
                guest.life().destroy(Set.of());
                return;
            }
            call.dialog().progress("waiting for %s to shut down".formatted(guest.name()));
            pause(guest);
        }
        call.dialog().progress("");
    }

    private static void pause(Domain guest) {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException signal) {
            Thread.currentThread().interrupt();
            throw CommandFailure.of("interrupted; %s was asked to shut down and may still do so", guest.name());
        }
    }
}
