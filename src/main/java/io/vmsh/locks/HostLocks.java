package io.vmsh.locks;

import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.locks.HostLook.Told;
import io.vmsh.probe.FileLook;
import io.vmsh.probe.Host;
import io.vmsh.probe.HostException;
import io.vmsh.probe.HostShell;
import io.vmsh.probe.HypervisorUri;
import io.vmsh.probe.ShellHost;
import io.vmsh.session.CannotConnectException;
import io.vmsh.session.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One host as far as locks go.
 *
 * @param session its name
 * @param told what the host itself told; empty when it could not be asked
 * @param untold why it could not be asked; empty otherwise
 * @param guests running and not; empty when libvirt could not be asked
 * @param refusal why libvirt could not be asked; empty otherwise
 * @param disks what is locked of each guest, with its lease and what the kernel says of it
 * @param seen files on the host, by path: disks, leases and the folders of leases
 */
public record HostLocks(
        String session,
        Optional<Told> told,
        String untold,
        List<GuestLocks> guests,
        String refusal,
        List<DiskLock> disks,
        Map<String, FileLook.Seen> seen) {

    public HostLocks {
        guests = List.copyOf(guests);
        disks = List.copyOf(disks);
        seen = Map.copyOf(seen);
    }

    /** Whether a lock is held, as far as can be told. */
    public enum Grip {
        /** The kernel of the host has it. */
        HELD,
        /** The guest runs and the kernel of the host does not have it. */
        LOST,
        /** The guest stands still, and so has given it up. */
        RELEASED,
        /** The guest does not run. */
        FREE,
        /** The guest does not run, and no other with the disk, and the lock daemon has the lock all the same. */
        LEFT,
        /** No lock is put on the disk. */
        NONE,
        /** The host does not tell. */
        UNKNOWN
    }

    /**
     * One disk of a guest.
     *
     * @param lease the lock on it; empty when there is none, or the host's settings are not known
     * @param process of the daemon that holds it; 0 when not known
     */
    public record DiskLock(GuestLocks guest, LockedDisk disk, Optional<Lease> lease, Grip grip, int process) {}

    /**
     * Looks at one host: by libvirt, and as far as there is a way there by itself. Takes seconds; never fails.
     */
    public static HostLocks at(Session session, Optional<Host> host) {
        List<GuestLocks> guests = List.of();
        String refusal = "";
        try {
            Hypervisor hypervisor = session.hypervisor();
            try (var _ = hypervisor.use()) {
                guests = GuestLocks.of(hypervisor);
            }
        } catch (CannotConnectException closed) {
            refusal = closed.reason().message();
        } catch (HypervisorException failed) {
            refusal = failed.message();
        }
        return at(session.name(), host, guests, refusal);
    }

    /**
     * The host of a session; empty when its URI does not tell which that is.
     *
     * @param sudo whether to look as root where the user there is not
     */
    public static Optional<Host> host(Session session, boolean sudo) {
        return uri(session).flatMap(uri -> ShellHost.of(session.name(), uri, sudo));
    }

    /** The same only where the session itself goes there by a shell: nothing is tried that might take long. */
    public static Optional<Host> hostAtHand(Session session) {
        return uri(session)
                .filter(uri -> HostShell.of(uri).isPresent())
                .flatMap(uri -> ShellHost.of(session.name(), uri, false));
    }

    private static Optional<HypervisorUri> uri(Session session) {
        return Optional.ofNullable(session.request().uri())
                .or(() -> Optional.of("qemu:///system"))
                .flatMap(HypervisorUri::parse);
    }

    /** The same, with what libvirt told already. */
    public static HostLocks at(String session, Optional<Host> host, List<GuestLocks> guests, String refusal) {
        if (host.isEmpty()) {
            return withoutShell(session, "its URI names no host to ask: open it by qemu+ssh", guests, refusal);
        }
        try {
            return told(session, host.get(), guests, refusal);
        } catch (HostException silent) {
            return withoutShell(session, silent.sentence(), guests, refusal);
        }
    }

    private static HostLocks told(String session, Host host, List<GuestLocks> guests, String refusal) {
        Told told = HostLook.at(host);
        LockSettings settings = told.settings();
        List<String> paths = guests.stream()
                .flatMap(guest -> guest.disks().stream())
                .filter(disk -> !disk.lease())
                .map(LockedDisk::path)
                .distinct()
                .toList();
        boolean named = settings.kind() == LockManager.LOCKD
                && (settings.volumes().set() || settings.scsi().set());
        Lease.Devices devices = named ? DeviceLook.at(host, paths) : Lease.Devices.UNKNOWN;
        Map<LockedDisk, Lease> leases = new HashMap<>();
        for (GuestLocks guest : guests) {
            guest.disks()
                    .forEach(disk -> Lease.of(disk, settings, devices).ifPresent(lease -> leases.put(disk, lease)));
        }
        List<String> files = Stream.of(
                        paths.stream(),
                        leases.values().stream().map(Lease::file),
                        settings.folders().stream().map(LockSettings.Setting::value))
                .flatMap(some -> some)
                .filter(path -> path.startsWith("/"))
                .distinct()
                .toList();
        Map<String, FileLook.Seen> seen = FileLook.at(host, files);
        return new HostLocks(session, Optional.of(told), "", guests, refusal, disks(guests, leases, told, seen), seen);
    }

    private static HostLocks withoutShell(String session, String untold, List<GuestLocks> guests, String refusal) {
        List<DiskLock> disks = new ArrayList<>();
        for (GuestLocks guest : guests) {
            guest.disks().forEach(disk -> disks.add(new DiskLock(guest, disk, Optional.empty(), Grip.UNKNOWN, 0)));
        }
        return new HostLocks(session, Optional.empty(), untold, guests, refusal, disks, Map.of());
    }

    private static List<DiskLock> disks(
            List<GuestLocks> guests, Map<LockedDisk, Lease> leases, Told told, Map<String, FileLook.Seen> seen) {
        Set<Lease> used = guests.stream()
                .filter(GuestLocks::active)
                .flatMap(guest -> guest.disks().stream())
                .flatMap(disk -> Optional.ofNullable(leases.get(disk)).stream())
                .collect(Collectors.toSet());
        List<DiskLock> disks = new ArrayList<>();
        for (GuestLocks guest : guests) {
            for (LockedDisk disk : guest.disks()) {
                Optional<Lease> lease = Optional.ofNullable(leases.get(disk));
                Optional<KernelLocks.Held> held = lease.flatMap(known -> held(known, told, seen));
                disks.add(new DiskLock(
                        guest,
                        disk,
                        lease,
                        grip(
                                guest,
                                lease,
                                held.isPresent(),
                                lease.filter(used::contains).isPresent(),
                                told),
                        held.map(KernelLocks.Held::process).orElse(0)));
            }
        }
        return disks;
    }

    private static Optional<KernelLocks.Held> held(Lease lease, Told told, Map<String, FileLook.Seen> seen) {
        return told.lockDaemon()
                .flatMap(daemon -> Optional.ofNullable(seen.get(lease.file()))
                        .flatMap(FileLook.Seen::inode)
                        .flatMap(inode -> told.locks().on(inode, daemon.process())));
    }

    private static Grip grip(GuestLocks guest, Optional<Lease> lease, boolean held, boolean usedByOthers, Told told) {
        if (!told.knowsSettings()) {
            return Grip.UNKNOWN;
        }
        if (lease.isEmpty()) {
            return Grip.NONE;
        }
        if (!guest.active()) {
            return held && !usedByOthers ? Grip.LEFT : Grip.FREE;
        }
        if (told.settings().kind() == LockManager.SANLOCK) {
            // sanlock's leases are in the blocks of a file, and no lock of the kernel shows them.
            return guest.shouldHold() ? Grip.UNKNOWN : Grip.RELEASED;
        }
        if (guest.shouldHold()) {
            return held ? Grip.HELD : Grip.LOST;
        }
        return held ? Grip.HELD : Grip.RELEASED;
    }

    /**
     * Those files of a host that another host does not see as the same.
     *
     * @throws HostException when the other host cannot be asked
     */
    public static Set<String> unseen(HostLocks here, Host there, List<String> files) {
        Map<String, FileLook.Seen> other = FileLook.at(there, files);
        return files.stream()
                .filter(file -> !here.seen().containsKey(file)
                        || !other.containsKey(file)
                        || !here.seen().get(file).looksSameAs(other.get(file)))
                .collect(Collectors.toSet());
    }

    /** The settings, where all of them could be read. */
    public Optional<LockSettings> settings() {
        return told.filter(Told::knowsSettings).map(Told::settings);
    }
}
