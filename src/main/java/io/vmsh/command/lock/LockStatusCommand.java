package io.vmsh.command.lock;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.locks.LockFinding;
import io.vmsh.locks.LockFindings;
import io.vmsh.locks.LockSurvey;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.util.List;

/** Shows how hosts lock disks, what is locked, and what is wrong with it. */
final class LockStatusCommand implements Command {
    @Override
    public Spec spec() {
        return Spec.of("lock-status", Group.LOCK, "show how hosts lock disks, and whether the locks protect")
                .takes(Surveys.ON, Surveys.SUDO)
                .local()
                .describedAs(
                        "Reads libvirt's configuration, the daemons and the kernel's locks on each host by ssh, and"
                                + " compares the hosts: libvirt itself compares nothing. For each disk of a guest that runs it tells"
                                + " the lease and whether it is held. What could not be looked at is unknown. Nothing is changed.")
                .example("lock-status --on kvm1,kvm2", "settings with their lines, locks, and findings")
                .example("lock-status --on @prod --output json", "the same for programs");
    }

    @Override
    public Result run(Call call) {
        LockSurvey survey = Surveys.of(call, Surveys.sessions(call));
        List<LockFinding> findings = LockFindings.of(survey);
        return new Result.Document(StatusText.of(survey, findings), StatusData.of(survey, findings));
    }
}
