package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.locks.HostLocks.DiskLock;
import io.vmsh.locks.HostLocks.Grip;
import io.vmsh.locks.Lease;
import io.vmsh.locks.LockSurvey.Place;
import io.vmsh.spec.StatementText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Another guest, here or on another host, holds the lock of a disk. Nothing that is advised takes a lock away. */
final class LockRule implements Rule<LockRule.Facts> {
    /**
     * What was found out.
     *
     * @param guest that wants the disk, as a statement names it
     * @param session that it is on
     * @param disks those of its disks that take a lock
     * @param users guests that run with one of these disks
     * @param silent sessions that could not be asked
     */
    record Facts(
            ErrorCode error,
            String guest,
            String session,
            List<DiskLock> disks,
            List<Place> users,
            List<String> silent) {}

    @Override
    public Optional<Advice> explain(Facts facts) {
        if (facts.error() != ErrorCode.RESOURCE_BUSY) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        facts.disks().forEach(disk -> lines.add(line(disk)));
        facts.users().stream().map(LockRule::line).distinct().forEach(lines::add);
        List<Remedy> remedies = new ArrayList<>();
        facts.users().stream()
                .flatMap(user -> remedies(facts, user).stream())
                .distinct()
                .forEach(remedies::add);
        if (facts.users().isEmpty()) {
            lines.add(
                    facts.silent().isEmpty()
                            ? "no guest of the open sessions runs with it: the holder is on a host without a session"
                            : "no guest that was seen runs with it; not asked: " + String.join(", ", facts.silent()));
            remedies.add(new Remedy(
                    "open a session to every host that uses this storage, and look again",
                    List.of("lock-holder %s --on all".formatted(StatementText.quote(facts.guest()))),
                    ""));
        }
        return Optional.of(new Advice("lock-busy", headline(facts), lines, remedies));
    }

    private static String headline(Facts facts) {
        if (facts.users().isEmpty()) {
            return "somebody else holds a disk of %s".formatted(facts.guest());
        }
        Place user = facts.users().getFirst();
        return user.lock().grip() == Grip.LEFT
                ? "no guest that runs holds a disk of %s, but its lock was left behind on %s"
                        .formatted(facts.guest(), user.session())
                : "%s holds a disk of %s".formatted(user.address(), facts.guest());
    }

    private static String line(DiskLock lock) {
        String what = lock.disk().lease()
                ? "lease %s".formatted(lock.disk().target())
                : "disk %s: %s".formatted(lock.disk().target(), lock.disk().path());
        return what
                + lock.lease()
                        .filter(lease -> lease.kind() != Lease.Kind.DIRECT)
                        .map(lease -> ", locked as %s (%s)"
                                .formatted(lease.resource(), lease.kind().label()))
                        .orElse("");
    }

    private static String line(Place user) {
        if (user.lock().grip() == Grip.LEFT) {
            return "%s: virtlockd, process %d, holds it for no guest that runs: left behind by one that took its lock at a resume"
                    .formatted(user.session(), user.lock().process());
        }
        String how = switch (user.lock().grip()) {
            case HELD ->
                "holds it: virtlockd, process %d of that host"
                        .formatted(user.lock().process());
            case LOST -> "runs with it, but that host's virtlockd has lost the lock";
            case RELEASED -> "has it open but stands still, and so has given up the lock";
            case UNKNOWN, NONE, FREE, LEFT -> "runs with it";
        };
        return user.address() + " " + how;
    }

    private static List<Remedy> remedies(Facts facts, Place user) {
        if (user.lock().grip() == Grip.LEFT) {
            return List.of(new Remedy(
                    "on %s, when no guest that holds a lock runs there any more, restart virtlockd and then libvirtd"
                            .formatted(user.session()),
                    List.of("lock-status --on " + user.session()),
                    "virtlockd ends every guest that holds a lock when it is stopped: move them away first"));
        }
        String holder = StatementText.quote(user.address());
        List<Remedy> remedies = new ArrayList<>();
        boolean same = facts.disks().stream()
                .anyMatch(disk -> disk.guest().uuid().equals(user.lock().guest().uuid()));
        boolean stands = user.lock().grip() == Grip.RELEASED;
        if (same && !user.session().equals(facts.session())) {
            remedies.add(new Remedy(
                    "it is the same guest, and it runs on %s: move it if it should be here".formatted(user.session()),
                    List.of("migrate --live %s %s".formatted(holder, StatementText.quote(facts.session()))),
                    ""));
        }
        remedies.add(new Remedy(
                "stop the guest that holds it, if it should not run",
                List.of((stands ? "destroy " : "shutdown ") + holder),
                stands ? "that guest's memory is lost" : "that guest is down"));
        return remedies;
    }
}
