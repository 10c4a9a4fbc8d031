package io.vmsh.preflight;

import io.vmsh.hypervisor.XmlElement;
import io.vmsh.probe.FileLook;
import io.vmsh.probe.HostSettings;
import java.util.List;
import java.util.Optional;

/**
 * Whether both hosts lock disks in the same way. libvirt does not compare them: a guest that moves to a host without
 * locks, or with locks of its own, can be started a second time without a word.
 */
final class LocksCheck implements Check<LocksCheck.Facts> {
    /**
     * What it judges by.
     *
     * @param here settings of the source; empty when they could not be read
     * @param there those of the target
     * @param leases whether the guest has leases of its own
     */
    record Facts(String source, String target, Optional<Locking> here, Optional<Locking> there, boolean leases) {}

    /**
     * How a host locks.
     *
     * @param manager {@code lockd}, {@code sanlock} or {@code nop}
     * @param folder where leases are kept; empty when disks themselves are locked
     * @param automatic whether every disk gets a lease
     * @param seen the folder on the host
     */
    record Locking(String manager, String folder, boolean automatic, Optional<FileLook.Seen> seen) {
        boolean locks() {
            return !manager.equals("nop");
        }
    }

    @Override
    public String name() {
        return "locks";
    }

    @Override
    public Facts look(Scene scene) {
        XmlElement guest = scene.guest().xml();
        return new Facts(
                scene.source().name(),
                scene.target().name(),
                locking(scene.source()),
                locking(scene.target()),
                guest.has("devices/lease"));
    }

    private static Optional<Locking> locking(Side side) {
        return side.settings().filter(known -> known.knows(HostSettings.QEMU)).flatMap(known -> {
            String manager = known.get(HostSettings.QEMU, "lock_manager").orElse("nop");
            boolean sanlock = manager.equals("sanlock");
            String file = sanlock ? HostSettings.SANLOCK : HostSettings.LOCKD;
            if (!manager.equals("nop") && !known.knows(file)) {
                return Optional.empty();
            }
            String folder = known.get(file, sanlock ? "disk_lease_dir" : "file_lockspace_dir")
                    .orElse("");
            boolean automatic =
                    known.get(file, "auto_disk_leases").map("1"::equals).orElse(!sanlock);
            return Optional.of(new Locking(
                    manager,
                    folder,
                    automatic,
                    folder.isEmpty()
                            ? Optional.empty()
                            : Optional.ofNullable(side.files(List.of(folder)).get(folder))));
        });
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        unread(facts.source(), facts.here(), judgement);
        unread(facts.target(), facts.there(), judgement);
        if (facts.here().isEmpty() || facts.there().isEmpty()) {
            return judgement.finding();
        }
        Locking here = facts.here().get();
        Locking there = facts.there().get();
        if (!here.manager().equals(there.manager())) {
            judgement
                    .blocker(
                            "%s locks disks by %s, %s by %s: after the move nothing keeps the guest from being started"
                                    + " twice",
                            facts.source(), words(here), facts.target(), words(there))
                    .remedy("set the same lock_manager in /etc/libvirt/qemu.conf on both, and restart libvirtd");
        } else if (!here.locks()) {
            judgement.ok("neither host locks disks");
        } else {
            judgement.ok("both hosts lock disks by %s", here.manager());
            places(facts, here, there, judgement);
        }
        if (facts.leases()) {
            judgement.notice("the guest has leases of its own: their files must be the same on both hosts");
        }
        return judgement.finding();
    }

    private static void places(Facts facts, Locking here, Locking there, Judgement judgement) {
        if (!here.folder().equals(there.folder())) {
            judgement
                    .blocker(
                            "%s keeps its leases in %s, %s in %s",
                            facts.source(), place(here), facts.target(), place(there))
                    .remedy("set the same folder, on storage that both share, and restart libvirtd and virtlockd");
        } else if (here.folder().isEmpty()) {
            judgement.notice("locks are on the disks themselves: their filesystem must carry locks between hosts");
        } else if (here.seen().isPresent()
                && there.seen().isPresent()
                && here.seen().get().inode().equals(there.seen().get().inode())) {
            judgement.ok("the leases of both are in one folder, %s", here.folder());
        } else {
            judgement.notice("nothing tells whether %s is one folder on both hosts; it must be", here.folder());
        }
        if (here.automatic() != there.automatic()) {
            judgement.blocker(
                    "auto_disk_leases is %s on %s and %s on %s",
                    here.automatic() ? "on" : "off", facts.source(), there.automatic() ? "on" : "off", facts.target());
        }
    }

    private static String words(Locking locking) {
        return locking.locks() ? locking.manager() : "nothing";
    }

    private static String place(Locking locking) {
        return locking.folder().isEmpty() ? "the disks themselves" : locking.folder();
    }

    private static void unread(String host, Optional<Locking> locking, Judgement judgement) {
        if (locking.isEmpty()) {
            judgement
                    .unknown("how %s locks disks is only in its /etc/libvirt/qemu.conf, which could not be read", host)
                    .remedy("open %s by qemu+ssh as root to have it read".formatted(host));
        }
    }
}
