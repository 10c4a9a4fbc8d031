package io.vmsh.command.lock;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.GuideRun;
import io.vmsh.command.Result;
import io.vmsh.guide.Locking;
import io.vmsh.session.Selector;
import io.vmsh.session.Session;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Takes back what {@code lock-enable} has changed. */
final class LockDisableCommand implements Command {
    @Override
    public Spec spec() {
        return Spec.of("lock-disable", Group.LOCK, "take back what lock-enable has changed")
                .takes(LockEnableCommand.ON, GuideRun.YES, GuideRun.SUDO)
                .local()
                .effect(Effect.DISRUPTS)
                .describedAs(
                        "The files become what they were, as far as nobody else has edited the same lines since, and"
                                + " libvirtd is restarted; guests run on. virtlockd is left running: stopping it ends every guest that"
                                + " holds a lock. From then on nothing of libvirt's keeps two hosts from starting one guest.")
                .example("lock-disable --on kvm1,kvm2", "shows what it will take back, and asks");
    }

    @Override
    public Result run(Call call) {
        List<Session> sessions = Selector.parse(call.find(LockEnableCommand.ON).orElseThrow())
                .in(call.workspace().sessions());
        Set<String> names = sessions.stream().map(Session::name).collect(Collectors.toCollection(TreeSet::new));
        GuideRun run = new GuideRun(call, Locking.TOPIC);
        if (!run.hasChanged(names::contains)) {
            List<String> byHand = Locking.byHand(GuideRun.sites(call), sessions);
            if (!byHand.isEmpty()) {
                throw CommandFailure.of(
                        "nothing is written down here of what lock-enable has changed: it was run elsewhere, or its notes are lost; by hand: %s",
                        String.join("; ", byHand));
            }
        } else {
            call.dialog()
                    .say(
                            "libvirtd is restarted on %s: guests run on, statements and consoles that are under way there are cut off"
                                    .formatted(String.join(", ", names)));
        }
        return run.takeBack(place -> place.isEmpty() || names.contains(place));
    }
}
