package io.vmsh.command.lock;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.locks.HostLocks;
import io.vmsh.locks.LockSurvey;
import io.vmsh.locks.LockSurvey.Place;
import io.vmsh.session.Session;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.List;

/** Finds who holds a disk: which guest on which host, and which process there. */
final class LockHolderCommand implements Command {
    private static final Arg<Address> WHAT = Arg.of(
            "what", Value.DOMAIN.labelled("disk|domain|hash"), "a disk's path, a guest, or a name out of an error");

    @Override
    public Spec spec() {
        return Spec.of("lock-holder", Group.LOCK, "find who holds a disk or a guest")
                .takes(WHAT, Surveys.ON, Surveys.SUDO)
                .local()
                .describedAs(
                        "A name such as 51e3… out of 'Lockspace resource … is locked' is turned back into the disk and"
                                + " the guest by computing the names of every disk of every session; the whole error may be given,"
                                + " too, as one word in quotes. Three kinds of locks are told apart: the disk lease, which virtlockd"
                                + " or sanlock holds; QEMU's own lock of an image ('Failed to get \"write\" lock'); and the job lock of"
                                + " libvirt, which one command after the other has ('cannot acquire state change lock'). Nothing is"
                                + " taken from anybody.")
                .example("lock-holder kvm2/web1 --on all", "the guest's disks, and who holds each")
                .example("lock-holder /var/lib/libvirt/shared/web1.qcow2", "the same by path, on all sessions")
                .example(
                        "lock-holder c2fc484ee5211ec19593c002a1c843cabcfcaa3433a3c682b4d53ed7f6dd74d5",
                        "the disk and the guest behind the name");
    }

    @Override
    public Result run(Call call) {
        List<Session> sessions = Surveys.sessions(call);
        LockSurvey survey = Surveys.of(call, sessions);
        Address what = call.get(WHAT);
        List<Place> places = new Wanted(what, survey).places();
        if (places.isEmpty()) {
            throw CommandFailure.of("no guest of %s has '%s'%s", names(sessions), what.word(), silent(survey));
        }
        return Holders.of(survey, sessions, places);
    }

    private static String names(List<Session> sessions) {
        return String.join(", ", sessions.stream().map(Session::name).toList());
    }

    /** A host that was not asked may have it all the same. */
    private static String silent(LockSurvey survey) {
        List<String> silent = survey.hosts().stream()
                .filter(host -> !host.refusal().isEmpty())
                .map(HostLocks::session)
                .toList();
        return silent.isEmpty() ? "" : "; libvirt was not reached on " + String.join(", ", silent);
    }
}
