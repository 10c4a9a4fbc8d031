package io.vmsh.preflight;

import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainState;
import io.vmsh.locks.GuestLocks;
import io.vmsh.locks.HostLocks;
import io.vmsh.locks.HostLocks.DiskLock;
import io.vmsh.locks.HostLocks.Grip;
import io.vmsh.locks.LockManager;
import io.vmsh.locks.LockSettings;
import io.vmsh.locks.LockSettings.Setting;
import io.vmsh.locks.LockSurvey;
import io.vmsh.locks.LockedDisk;
import io.vmsh.probe.FileLook.Seen;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether both hosts lock disks in the same way, and nobody else has the guest's locks. libvirt does not compare hosts: a
 * guest that moves to one without locks, or with locks of its own, can be started a second time without a word.
 */
final class LocksCheck implements Check<LocksCheck.Facts> {
    /**
     * What it judges by.
     *
     * @param here settings of the source; empty when they could not be read
     * @param there those of the target
     * @param mine the guest's disks with their locks on the source
     * @param others what guests on the target have locked
     */
    record Facts(
            String source,
            String target,
            Optional<Locking> here,
            Optional<Locking> there,
            List<DiskLock> mine,
            List<DiskLock> others) {}

    /**
     * How a host locks.
     *
     * @param seen the folders of leases on the host
     */
    record Locking(LockSettings settings, Map<String, Seen> seen) {
        static Optional<Locking> of(HostLocks host) {
            return host.settings().map(settings -> new Locking(settings, host.seen()));
        }

        boolean locks() {
            return settings.kind() != LockManager.NONE;
        }
    }

    @Override
    public String name() {
        return "locks";
    }

    @Override
    public Facts look(Scene scene) {
        Side source = scene.source();
        Side target = scene.target();
        List<Guest> guests = source.guestsWith(scene.guest());
        HostLocks here = source.once(List.of(name(), guests), () -> locks(source, guests(guests, source)));
        HostLocks there = target.once(name(), () -> locks(target, GuestLocks.active(target.hypervisor())));
        List<DiskLock> mine = here.disks().stream()
                .filter(lock -> lock.guest().uuid().equals(scene.guest().uuid()))
                .toList();
        return new Facts(source.name(), target.name(), Locking.of(here), Locking.of(there), mine, there.disks());
    }

    private static HostLocks locks(Side side, List<GuestLocks> guests) {
        return side.askHost(host -> HostLocks.at(side.name(), Optional.of(host), guests, ""))
                .orElseGet(() -> HostLocks.at(side.name(), Optional.empty(), guests, ""));
    }

    private static List<GuestLocks> guests(List<Guest> guests, Side source) {
        return guests.stream()
                .map(guest -> new GuestLocks(
                        guest.name(),
                        guest.uuid(),
                        state(guest, source),
                        LockedDisk.of(guest.xml(), source.hypervisor())))
                .toList();
    }

    private static DomainState state(Guest guest, Side source) {
        if (!guest.active()) {
            return DomainState.SHUT_OFF;
        }
        try (Domain domain = source.hypervisor().domains().find(guest.uuid())) {
            return domain.status().state();
        }
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        unread(facts.source(), facts.here(), judgement);
        unread(facts.target(), facts.there(), judgement);
        if (facts.here().isPresent() && facts.there().isPresent()) {
            settings(facts, facts.here().get(), facts.there().get(), judgement);
        }
        leases(facts, judgement);
        return judgement.finding();
    }

    private static void settings(Facts facts, Locking here, Locking there, Judgement judgement) {
        if (!here.settings().manager().value().equals(there.settings().manager().value())) {
            judgement
                    .blocker(
                            "%s locks disks by %s, %s by %s: after the move nothing keeps the guest from being started"
                                    + " twice",
                            facts.source(), words(here), facts.target(), words(there))
                    .remedy("set the same lock_manager in /etc/libvirt/qemu.conf on both, and restart libvirtd");
        } else if (!here.locks()) {
            judgement.ok("neither host locks disks");
        } else {
            judgement.ok("both hosts lock disks by %s", words(here));
            automatic(facts, here, there, judgement);
            folders(facts, here, there, judgement);
        }
        if (facts.mine().stream().anyMatch(lock -> lock.disk().lease())) {
            judgement.notice("the guest has leases of its own: their files must be the same on both hosts");
        }
    }

    private static void automatic(Facts facts, Locking here, Locking there, Judgement judgement) {
        boolean mine = here.settings().leasesDisks();
        boolean theirs = there.settings().leasesDisks();
        if (mine != theirs) {
            judgement.blocker(
                    "auto_disk_leases is %s on %s and %s on %s",
                    mine ? "on" : "off", facts.source(), theirs ? "on" : "off", facts.target());
        }
    }

    private static void folders(Facts facts, Locking here, Locking there, Judgement judgement) {
        List<String> folders = paths(here);
        List<String> others = paths(there);
        if (!folders.equals(others)) {
            judgement
                    .blocker(
                            "%s keeps its leases in %s, %s in %s",
                            facts.source(), place(folders), facts.target(), place(others))
                    .remedy("set the same folder, on storage that both share, and restart libvirtd and virtlockd");
            return;
        }
        if (here.settings().kind() == LockManager.LOCKD
                && !here.settings().files().set()) {
            judgement.notice("locks are on the disks themselves: their filesystem must carry locks between hosts");
        }
        for (String folder : folders) {
            Optional<Seen> mine = Optional.ofNullable(here.seen().get(folder)).filter(Seen::exists);
            Optional<Seen> theirs =
                    Optional.ofNullable(there.seen().get(folder)).filter(Seen::exists);
            if (mine.isPresent() && theirs.isPresent() && mine.get().looksSameAs(theirs.get())) {
                judgement.ok("the leases of both are in one folder, %s", folder);
            } else if (mine.isPresent() && theirs.isPresent() && mine.get().cannotBe(theirs.get())) {
                judgement
                        .blocker("%s is another folder on %s than on %s", folder, facts.target(), facts.source())
                        .remedy(
                                "put it on storage that both share",
                                "lock-enable --manager lockd --on %s,%s".formatted(facts.source(), facts.target()));
            } else {
                judgement.notice("nothing tells whether %s is one folder on both hosts; it must be", folder);
            }
        }
    }

    private static void leases(Facts facts, Judgement judgement) {
        for (DiskLock mine : facts.mine()) {
            facts.others().stream()
                    .filter(other -> other.guest().active() && LockSurvey.sameLock(mine, other))
                    .findFirst()
                    .ifPresent(other -> judgement
                            .blocker(
                                    "%s/%s runs with %s, disk %s of the guest",
                                    facts.target(),
                                    other.guest().name(),
                                    mine.disk().path(),
                                    mine.disk().target())
                            .remedy(
                                    "stop the guest that should not have it",
                                    "shutdown %s/%s"
                                            .formatted(
                                                    facts.target(),
                                                    other.guest().name())));
            if (mine.grip() == Grip.LOST) {
                judgement
                        .notice(
                                "%s holds no lock on disk %s though the guest runs: virtlockd has lost it",
                                facts.source(), mine.disk().target())
                        .remedy("see what is locked", "lock-status --on " + facts.source());
            }
        }
        if (facts.mine().stream().anyMatch(lock -> lock.grip() == Grip.HELD)) {
            judgement.ok("%s holds the locks of the guest's disks", facts.source());
        }
    }

    private static List<String> paths(Locking locking) {
        return locking.settings().folders().stream().map(Setting::value).toList();
    }

    private static String words(Locking locking) {
        return locking.locks() ? locking.settings().manager().value() : "nothing";
    }

    private static String place(List<String> folders) {
        return folders.isEmpty() ? "the disks themselves" : String.join(", ", folders);
    }

    private static void unread(String host, Optional<Locking> locking, Judgement judgement) {
        if (locking.isEmpty()) {
            judgement
                    .unknown("how %s locks disks is only in its /etc/libvirt/qemu.conf, which could not be read", host)
                    .remedy("open %s by qemu+ssh as root to have it read".formatted(host));
        }
    }
}
