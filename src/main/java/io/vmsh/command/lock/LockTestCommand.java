package io.vmsh.command.lock;

import io.vmsh.advice.ExitCode;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainLife.StartFlag;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.XmlElement;
import io.vmsh.locks.HostLocks;
import io.vmsh.locks.HostLocks.DiskLock;
import io.vmsh.locks.HostLocks.Grip;
import io.vmsh.locks.HostLook.Told;
import io.vmsh.locks.Lease;
import io.vmsh.locks.LockSettings;
import io.vmsh.locks.LockSurvey;
import io.vmsh.locks.LockSurvey.Place;
import io.vmsh.locks.LockedDisk;
import io.vmsh.locks.StandIn;
import io.vmsh.session.Session;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Proves that one host refuses the disks of a guest that runs on another. */
final class LockTestCommand implements Command {
    private static final Arg<Address> DOMAIN =
            Arg.of("domain", Value.DOMAIN.in("running"), "a guest that runs on the first host");
    private static final Arg<String> HERE = Arg.of("running-on", Value.SESSION, "the session it runs on");
    private static final Arg<String> THERE = Arg.of("refused-by", Value.SESSION, "the session that must refuse it");

    @Override
    public Spec spec() {
        return Spec.of("lock-test", Group.LOCK, "prove that a guest cannot run on two hosts")
                .takes(DOMAIN, HERE, THERE, Surveys.SUDO)
                .local()
                .effect(Effect.CHANGES)
                .describedAs(
                        "First looks whether the guest's locks are held and seen by both hosts; unless they are, nothing"
                                + " is started. Then the second host is asked to run a stand-in with the same disks, which must be"
                                + " refused with 'resource busy'. The stand-in is never defined, takes the disks as raw data, boots"
                                + " from nothing and ends with the session, so it changes nothing even where it is not refused; in"
                                + " that case it is destroyed at once and the test fails. The guest itself is not touched. libvirt"
                                + " takes locks when the processors start: the stand-in is started paused and then resumed.")
                .example("lock-test web1 kvm1 kvm2", "kvm2 refuses what runs on kvm1");
    }

    @Override
    public Result run(Call call) {
        Session here = session(call, HERE);
        Session there = session(call, THERE);
        if (here.equals(there)) {
            throw CommandFailure.of("a guest is refused by another host than its own: name two sessions");
        }
        Address address = call.get(DOMAIN);
        String guest = here.name().equals(address.session()) ? address.name() : address.word();
        LockSurvey survey = Surveys.of(call, List.of(here, there));
        List<DiskLock> locks = held(survey, here, there, guest);
        requireOneFolder(call, survey, here, there, locks);
        StandIn standIn = StandIn.of(
                definition(here, guest), locks.stream().map(DiskLock::disk).toList());
        HypervisorException refusal = refusal(there, standIn);
        requireBusy(there, refusal);
        LockSurvey after = Surveys.of(call, List.of(here));
        boolean still = after.places(isGuest(guest)).stream()
                .map(Place::lock)
                .filter(lock -> !lock.disk().shared())
                .allMatch(lock -> lock.grip() == Grip.HELD);
        if (!still) {
            throw CommandFailure.of(
                    "%s refused the disks of %s, but afterwards %s does not hold all of its locks: see lock-status",
                    there.name(), guest, here.name());
        }
        return told(guest, here, there, locks, refusal);
    }

    private static Session session(Call call, Arg<String> arg) {
        String name = call.get(arg);
        return call.workspace()
                .sessions()
                .find(name)
                .orElseThrow(() -> CommandFailure.of("no session named '%s'", name));
    }

    private static Predicate<DiskLock> isGuest(String guest) {
        return lock -> lock.guest().name().equals(guest) || lock.guest().uuid().equals(guest);
    }

    /** The locks that nobody else may have; the test is refused unless each of them is seen to be held. */
    private static List<DiskLock> held(LockSurvey survey, Session here, Session there, String guest) {
        requireLockd(survey, here);
        requireLockd(survey, there);
        List<DiskLock> all = survey.places(isGuest(guest)).stream()
                .filter(place -> place.session().equals(here.name()))
                .map(Place::lock)
                .toList();
        if (all.isEmpty()) {
            throw CommandFailure.of("%s has no guest '%s' with a disk that is written", here.name(), guest);
        }
        if (!all.getFirst().guest().shouldHold()) {
            throw blocked("%s does not run on %s (%s): only a running guest holds its locks"
                    .formatted(
                            guest, here.name(), all.getFirst().guest().state().label()));
        }
        List<DiskLock> alone =
                all.stream().filter(lock -> !lock.disk().shared()).toList();
        alone.stream().filter(lock -> lock.grip() != Grip.HELD).findFirst().ifPresent(lock -> {
            throw blocked("%s holds no lock on disk %s of %s: a second start would not be refused; see lock-status"
                    .formatted(here.name(), lock.disk().target(), guest));
        });
        if (alone.isEmpty()) {
            throw blocked("all disks of %s are shareable: several guests may have them".formatted(guest));
        }
        return alone;
    }

    private static void requireLockd(LockSurvey survey, Session session) {
        HostLocks host =
                survey.host(session.name()).orElseThrow(() -> CommandFailure.of("%s cannot be asked", session.name()));
        if (!host.refusal().isEmpty()) {
            throw CommandFailure.of("%s: %s", session.name(), host.refusal()).exiting(ExitCode.CANNOT_CONNECT);
        }
        LockSettings settings = host.settings()
                .orElseThrow(() ->
                        blocked("how %s locks disks could not be read: %s".formatted(session.name(), host.untold())));
        switch (settings.kind()) {
            case LOCKD -> requireInForce(session, host.told().orElseThrow());
            case NONE ->
                throw blocked("%s locks no disks, so it would run a second guest: lock-enable --manager lockd --on %s"
                        .formatted(session.name(), session.name()));
            case SANLOCK, OTHER ->
                throw blocked("%s locks by %s, whose locks vmsh cannot see: nothing was tried"
                        .formatted(session.name(), settings.manager().value()));
        }
    }

    private static void requireInForce(Session session, Told told) {
        told.outdated().stream().findFirst().ifPresent(file -> {
            throw blocked("%s was changed on %s after libvirt was started: what it says may not be in force"
                    .formatted(file, session.name()));
        });
    }

    /** The second host must see the very files that the first has locked. */
    private static void requireOneFolder(
            Call call, LockSurvey survey, Session here, Session there, List<DiskLock> locks) {
        List<String> files = locks.stream()
                .flatMap(lock -> lock.lease().stream())
                .map(Lease::file)
                .toList();
        Set<String> unseen = HostLocks.unseen(
                survey.host(here.name()).orElseThrow(),
                HostLocks.host(there, call.has(Surveys.SUDO)).orElseThrow(),
                files);
        if (!unseen.isEmpty()) {
            throw blocked("%s does not see %s as %s does: its locks are others, and a second start would not be refused"
                    .formatted(there.name(), String.join(", ", unseen), here.name()));
        }
    }

    private static XmlElement definition(Session here, String guest) {
        Hypervisor hypervisor = here.hypervisor();
        try (Domain domain = hypervisor.domains().find(guest)) {
            return hypervisor.xmlQuery().tree(domain.definition().xml(Set.of()));
        }
    }

    /** What the second host says; whatever that is, the stand-in is gone when this returns. */
    private static HypervisorException refusal(Session there, StandIn standIn) {
        Hypervisor hypervisor = there.hypervisor();
        Domain domain;
        try {
            domain = hypervisor
                    .domains()
                    .create(standIn.xml(), EnumSet.of(StartFlag.PAUSED, StartFlag.AUTODESTROY), List.of());
        } catch (HypervisorException refusal) {
            return refusal;
        }
        try (domain) {
            try {
                domain.life().resume();
            } catch (HypervisorException refusal) {
                return refusal;
            } finally {
                domain.life().destroy(Set.of());
            }
        }
        throw CommandFailure.of(List.of(
                "NOT REFUSED: %s ran a stand-in with the same disks; it was destroyed at once, and had nothing to run and wrote nothing"
                        .formatted(there.name()),
                "%s would start the guest a second time: its locks do not reach it, see lock-status"
                        .formatted(there.name())));
    }

    private static void requireBusy(Session there, HypervisorException refusal) {
        if (refusal.code() != ErrorCode.RESOURCE_BUSY) {
            throw CommandFailure.because(
                    refusal,
                    "%s did not run the stand-in, but for another reason than a lease: nothing is proved (QEMU's own lock of an image is met first where the filesystem carries locks)",
                    there.name());
        }
    }

    private static Result told(
            String guest, Session here, Session there, List<DiskLock> locks, HypervisorException refusal) {
        StringBuilder text = new StringBuilder();
        for (DiskLock lock : locks) {
            LockedDisk disk = lock.disk();
            text.append("%s holds %s, disk %s of %s: virtlockd, process %d%n"
                    .formatted(here.name(), disk.path(), disk.target(), guest, lock.process()));
        }
        text.append("%s refused it: %s%n".formatted(there.name(), refusal.message()));
        text.append("Nothing was left on %s, and %s still holds its locks\n".formatted(there.name(), here.name()));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("guest", guest);
        data.put("running_on", here.name());
        data.put("refused_by", there.name());
        data.put("refused", true);
        data.put("error", refusal.message());
        data.put("disks", locks.stream().map(StatusData::disk).toList());
        return new Result.Document(text.toString(), data);
    }

    private static CommandFailure blocked(String line) {
        return CommandFailure.of(List.of(line)).exiting(ExitCode.BLOCKED);
    }
}
