package io.vmsh.locks;

import io.vmsh.hypervisor.DomainState;
import io.vmsh.locks.HostLocks.DiskLock;
import io.vmsh.locks.HostLocks.Grip;
import io.vmsh.locks.HostLook.Daemon;
import io.vmsh.locks.HostLook.Told;
import io.vmsh.locks.LockFinding.Level;
import io.vmsh.locks.LockSettings.Setting;
import io.vmsh.probe.ConfigFile;
import io.vmsh.probe.FileLook;
import io.vmsh.probe.FileSystem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What there is to say about one host by itself. */
final class HostFindings {
    /** virtlockd may be started by libvirtd's own first call. */
    private static final long TOGETHER_MILLIS = 5000;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final HostLocks host;
    private final String name;
    private final List<LockFinding> findings = new ArrayList<>();

    private HostFindings(HostLocks host) {
        this.host = host;
        this.name = host.session();
    }

    static List<LockFinding> of(HostLocks host) {
        HostFindings all = new HostFindings(host);
        if (!host.refusal().isEmpty()) {
            all.problem("libvirt cannot be asked: " + host.refusal());
        }
        if (host.told().isPresent()) {
            all.told(host.told().get());
        } else {
            all.unknown("its settings and its locks cannot be read: " + host.untold());
        }
        return List.copyOf(all.findings);
    }

    private void told(Told told) {
        files(told);
        if (!told.knowsSettings()) {
            return;
        }
        LockSettings settings = told.settings();
        changed(told);
        switch (settings.kind()) {
            case LOCKD -> lockd(told, settings);
            case SANLOCK -> sanlock(told, settings);
            case OTHER ->
                notice("'%s' is a lock manager that vmsh does not know"
                        .formatted(settings.manager().value()));
            case NONE -> {}
        }
        disks();
    }

    private void files(Told told) {
        for (String file : LockSettings.FILES) {
            Optional.ofNullable(told.files().get(file))
                    .flatMap(ConfigFile::mistake)
                    .ifPresent(mistake -> problem(
                            "%s:%d: %s: libvirt does not start again with such a file"
                                    .formatted(file, mistake.line(), mistake.what()),
                            "mend that line by hand; vmsh leaves a file alone that it cannot read"));
            if (told.unreadable().contains(file)) {
                unknown("%s may be read by root only".formatted(file), "look as root: --sudo");
            }
        }
    }

    /** libvirt reads its files once, when it starts; one with a mistake keeps it from starting. */
    private void changed(Told told) {
        for (String file : told.outdated()) {
            boolean sound = Optional.ofNullable(told.files().get(file))
                    .flatMap(ConfigFile::mistake)
                    .isEmpty();
            String daemon = told.hypervisor().orElseThrow().name();
            if (sound) {
                problem(
                        "%s was changed %s, after %s was started: what it says about locks may not be in force"
                                .formatted(file, time(told.changed().getOrDefault(file, 0L)), daemon),
                        "restart %s there; running guests go on".formatted(daemon));
            }
        }
    }

    private void lockd(Told told, LockSettings settings) {
        if (!told.installed() && told.lockDaemon().isEmpty()) {
            problem("virtlockd is not installed: no guest with a disk starts");
        } else if (told.lockDaemon().isEmpty() && !told.lockDaemonOnDemand()) {
            problem(
                    "virtlockd does not run: no guest with a disk starts or arrives, and locks that it had are lost",
                    "start virtlockd there, then restart libvirtd");
        } else {
            youngDaemon(told);
        }
        folders(settings);
        if (!settings.leasesDisks()) {
            notice("auto_disk_leases is 0: only leases that a guest's definition names are locked"
                    + (settings.required().on() ? ", and a guest without any does not start" : ""));
        } else if (!settings.files().set()) {
            notice("no file_lockspace_dir: the disks themselves are locked, which other hosts see only where the"
                    + " filesystem carries locks between hosts");
        }
        sharedLocks();
    }

    /** A young virtlockd knows no folders until libvirtd, which names them at its start, is restarted. */
    private void youngDaemon(Told told) {
        Optional<Daemon> locks = told.lockDaemon();
        Optional<Daemon> hypervisor = told.hypervisor();
        boolean holds = host.disks().stream().anyMatch(lock -> lock.grip() == Grip.HELD);
        if (locks.isPresent()
                && hypervisor.isPresent()
                && !holds
                && locks.get().since() > hypervisor.get().since() + TOGETHER_MILLIS) {
            problem(
                    ("virtlockd was started %s, after %s, which tells it of the lease folders only when it starts itself:"
                                    + " guests do not start ('Lockspace for path … does not exist')")
                            .formatted(
                                    time(locks.get().since()), hypervisor.get().name()),
                    "restart %s there; running guests go on"
                            .formatted(hypervisor.get().name()));
        }
    }

    private void folders(LockSettings settings) {
        for (Setting folder : settings.folders()) {
            FileLook.Seen seen = host.seen().get(folder.value());
            if (seen != null && !seen.exists()) {
                problem("%s (%s) does not exist".formatted(folder.value(), folder.origin()));
            }
        }
    }

    /** Where locks on files cross hosts, QEMU's own is met first. */
    private void sharedLocks() {
        String places = host.disks().stream()
                .filter(lock -> lock.guest().active())
                .map(lock -> host.seen().get(lock.disk().path()))
                .flatMap(seen -> seen == null ? Optional.<FileSystem>empty().stream() : seen.fileSystem().stream())
                .filter(FileSystem::carriesLocks)
                .map(FileSystem::type)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!places.isEmpty()) {
            notice(
                    "%s carries locks between hosts: QEMU's own lock of an image is met before the lease, and a second start ends with 'Failed to get \"write\" lock'"
                            .formatted(places));
        }
    }

    private void sanlock(Told told, LockSettings settings) {
        notice(
                "sanlock is made for managers such as oVirt, which keep its leases and host numbers in order; for hosts run"
                        + " by hand lockd is the simpler choice");
        if (told.daemon("sanlock").isEmpty()) {
            problem("the sanlock daemon does not run: libvirt starts no guest without it");
        }
        if (!settings.leasesDisks()) {
            notice("auto_disk_leases is 0, sanlock's default: only leases that a guest's definition names are locked");
        } else if (!settings.hostId().set()) {
            problem("%s has no host_id: every host needs one of its own".formatted(LockSettings.SANLOCK));
        }
        folders(settings);
    }

    private void disks() {
        for (DiskLock lock : host.disks()) {
            String guest = name + "/" + lock.guest().name();
            String disk = lock.disk().target();
            switch (lock.grip()) {
                case LOST ->
                    problem(
                            ("%s runs and its disk %s is not locked: it was started before locks were on, or virtlockd has"
                                            + " died since; another host can start it")
                                    .formatted(guest, disk),
                            "cold-restart " + guest);
                case LEFT ->
                    problem(
                            "the lock of %s, disk %s, is held for no guest that runs: it was left behind, and the guest cannot start"
                                    .formatted(guest, disk),
                            "when no guest that holds a lock runs on %s, restart virtlockd there and then libvirtd"
                                    .formatted(name));
                case RELEASED ->
                    notice(
                            "%s %s and has given up the lock of disk %s: another host can start it, and then it cannot be resumed"
                                    .formatted(guest, stands(lock), disk));
                case HELD, FREE, NONE, UNKNOWN -> {}
            }
            link(lock, guest);
        }
    }

    private static String stands(DiskLock lock) {
        return lock.guest().state() == DomainState.PAUSED ? "is paused" : "stands still";
    }

    private void link(DiskLock lock, String guest) {
        String path = lock.disk().path();
        FileLook.Seen seen = host.seen().get(path);
        if (seen == null || lock.lease().filter(HostFindings::byPath).isEmpty()) {
            return;
        }
        String real = seen.real();
        if (seen.exists() && !real.equals(path)) {
            notice(
                    "%s has disk %s by a link, %s: a guest that names %s gets another lock, and both can run"
                            .formatted(guest, lock.disk().target(), path, real),
                    "let every definition name the file by the same path, without links");
        }
    }

    private static boolean byPath(Lease lease) {
        return lease.kind() == Lease.Kind.PATH || lease.kind() == Lease.Kind.SANLOCK;
    }

    private void problem(String sentence, String... remedies) {
        add(Level.PROBLEM, sentence, remedies);
    }

    private void unknown(String sentence, String... remedies) {
        add(Level.UNKNOWN, sentence, remedies);
    }

    private void notice(String sentence, String... remedies) {
        add(Level.NOTICE, sentence, remedies);
    }

    private void add(Level level, String sentence, String... remedies) {
        findings.add(new LockFinding(level, List.of(name), sentence, List.of(remedies)));
    }

    private static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis));
    }
}
