package io.vmsh.preflight;

import io.vmsh.preflight.StorageSide.PoolSeen;
import io.vmsh.preflight.StorageSide.VolumeSeen;
import io.vmsh.probe.FileLook;
import io.vmsh.probe.FileSystem;
import java.util.List;
import java.util.Optional;

/** Whether the target finds each disk, the same one, and libvirt believes that; or has room for a copy. */
final class StorageCheck implements Check<StorageCheck.Facts> {
    /**
     * What it judges by.
     *
     * @param guest as statements name it
     */
    record Facts(String guest, Way way, List<Disk> disks, StorageSide source, StorageSide target) {}

    @Override
    public String name() {
        return "storage";
    }

    @Override
    public Facts look(Scene scene) {
        List<Disk> disks = scene.guest().disks();
        return new Facts(
                scene.guestAddress(),
                scene.way(),
                disks,
                StorageSide.look(scene.source(), disks),
                StorageSide.look(scene.target(), disks));
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        if (facts.disks().isEmpty()) {
            judgement.ok("no disks");
        }
        for (Disk disk : facts.disks()) {
            if (facts.way().copies() && disk.copied()) {
                new StorageCopy(facts, disk, judgement).judge();
            } else {
                found(facts, disk, judgement);
            }
        }
        return judgement.finding();
    }

    private static void found(Facts facts, Disk disk, Judgement judgement) {
        switch (disk.type()) {
            case "file", "block" -> byPath(facts, disk, judgement);
            case "volume" -> byPool(facts, disk, judgement);
            case "network" ->
                judgement.ok("disk %s is on the network: %s, the same from everywhere", disk.target(), disk.source());
            case "nvme" ->
                judgement.blocker(
                        "disk %s is an NVMe device of %s",
                        disk.target(), facts.source().name());
            default -> judgement.unknown("disk %s is of type %s, which is not looked at", disk.target(), disk.type());
        }
    }

    private static void byPath(Facts facts, Disk disk, Judgement judgement) {
        String target = facts.target().name();
        boolean complete = true;
        for (String path : disk.paths()) {
            Optional<Boolean> has = facts.target().has(path);
            complete &= has.orElse(false);
            if (has.isEmpty()) {
                notSeen(facts, disk, path, judgement);
            } else if (!has.get()) {
                missing(facts, disk, path, judgement);
            }
        }
        if (!complete) {
            return;
        }
        Sameness same = Sameness.of(disk.source(), facts.source(), facts.target());
        switch (same) {
            case SAME -> judgement.ok("disk %s: %s is the same on both hosts", disk.target(), disk.source());
            case DIFFERENT ->
                judgement
                        .say(
                                disk.readOnly() ? Verdict.NOTICE : Verdict.BLOCKER,
                                "disk %s: %s has another file of that name: %s",
                                disk.target(),
                                target,
                                disk.source())
                        .remedy(
                                "copy the disk along, over what %s has there".formatted(target),
                                "migrate --live --copy-storage-all %s %s".formatted(facts.guest(), target));
            case NOT_KNOWN ->
                judgement.say(
                        disk.readOnly() ? Verdict.NOTICE : Verdict.UNKNOWN,
                        "disk %s: %s has %s, but nothing tells whether it is the same",
                        disk.target(),
                        target,
                        disk.source());
        }
        if (facts.way().live() && !facts.way().unsafe()) {
            believed(facts, disk, same, judgement);
        }
    }

    /** Whether libvirt on the source takes the filesystem for shared; what it takes for local, it refuses to move. */
    private static void believed(Facts facts, Disk disk, Sameness same, Judgement judgement) {
        if (disk.readOnly() || !disk.type().equals("file")) {
            return;
        }
        Optional<FileSystem> fileSystem =
                Optional.ofNullable(facts.source().files().get(disk.source())).flatMap(FileLook.Seen::fileSystem);
        String target = facts.target().name();
        if (fileSystem.isEmpty()) {
            judgement
                    .unknown(
                            "disk %s: nobody can see on which filesystem %s is; if libvirt takes it for local, it"
                                    + " refuses",
                            disk.target(), disk.source())
                    .remedy("open %s by qemu+ssh to have it looked at"
                            .formatted(facts.source().name()));
        } else if (fileSystem.get().shared()) {
            judgement.ok(
                    "disk %s: libvirt knows %s as shared",
                    disk.target(), fileSystem.get().type());
        } else {
            judgement
                    .blocker(
                            "disk %s: libvirt takes %s for local, so it refuses",
                            disk.target(), fileSystem.get().type())
                    .remedy("put it where libvirt knows that it is shared: NFS, Ceph, GlusterFS, GFS2, OCFS2, CIFS");
            if (same == Sameness.SAME) {
                judgement.remedy(
                        "say that it is shared, which libvirt then believes; it was found to be so just now",
                        "migrate --live --unsafe %s %s".formatted(facts.guest(), target));
            } else {
                judgement.remedy(
                        "copy the disk along",
                        "migrate --live --copy-storage-all %s %s".formatted(facts.guest(), target));
            }
        }
    }

    private static void missing(Facts facts, Disk disk, String path, Judgement judgement) {
        String target = facts.target().name();
        judgement.blocker("disk %s: %s does not have %s", disk.target(), target, path);
        if (facts.target().files().isEmpty()) {
            facts.target()
                    .poolAt(StorageSide.folder(path))
                    .ifPresent(pool -> judgement.remedy(
                            "if the file is newer than what pool %s knows of, have it look again"
                                    .formatted(pool.name()),
                            "pool-refresh %s/%s".formatted(target, pool.name())));
        }
        if (disk.copied() && facts.way().live() && path.equals(disk.source())) {
            judgement.remedy(
                    "copy the disk along", "migrate --live --copy-storage-all %s %s".formatted(facts.guest(), target));
        } else if (disk.readOnly()) {
            judgement.remedy(
                    "take the medium out", "change-media %s %s --eject".formatted(facts.guest(), disk.target()));
        }
    }

    private static void notSeen(Facts facts, Disk disk, String path, Judgement judgement) {
        String target = facts.target().name();
        String folder = StorageSide.folder(path);
        judgement.unknown("disk %s: nobody can see whether %s has %s", disk.target(), target, path);
        Optional<PoolSeen> pool = facts.target().poolAt(folder);
        if (pool.isPresent()) {
            judgement.remedy(
                    "start the pool of that folder",
                    "pool-start %s/%s".formatted(target, pool.get().name()));
        } else {
            judgement.remedy(
                    "open %s by qemu+ssh, or give it a pool for %s, to have it looked at".formatted(target, folder));
        }
    }

    private static void byPool(Facts facts, Disk disk, Judgement judgement) {
        String name = disk.pool().orElse("");
        String target = facts.target().name();
        Optional<PoolSeen> here = facts.source().pool(name);
        Optional<PoolSeen> there = facts.target().pool(name);
        if (there.isEmpty()) {
            judgement
                    .blocker("disk %s: %s has no pool named %s", disk.target(), target, name)
                    .remedy(
                            "define it there as it is here",
                            "pool-dumpxml %s/%s".formatted(facts.source().name(), name));
            return;
        }
        if (!there.get().active()) {
            judgement
                    .blocker("disk %s: pool %s is not active on %s", disk.target(), name, target)
                    .remedy("start it", "pool-start %s/%s".formatted(target, name));
            return;
        }
        if (here.isPresent() && !here.get().type().equals(there.get().type())) {
            judgement.blocker(
                    "disk %s: pool %s is of type %s here and %s on %s",
                    disk.target(), name, here.get().type(), there.get().type(), target);
        } else if (here.isPresent() && !here.get().source().equals(there.get().source())) {
            judgement.blocker(
                    "disk %s: pool %s comes from %s here and from %s on %s",
                    disk.target(), name, here.get().source(), there.get().source(), target);
        }
        VolumeSeen volume = facts.target().volumes().get(disk.place());
        if (volume == null) {
            judgement
                    .blocker(
                            "disk %s: pool %s on %s does not know volume %s",
                            disk.target(), name, target, disk.source())
                    .remedy(
                            "if the volume is newer than what the pool knows of, have it look again",
                            "pool-refresh %s/%s".formatted(target, name));
            return;
        }
        switch (Sameness.of(disk.place(), facts.source(), facts.target())) {
            case SAME -> judgement.ok("disk %s: volume %s is the same on both hosts", disk.target(), disk.place());
            case DIFFERENT ->
                judgement.blocker("disk %s: %s has another volume named %s", disk.target(), target, disk.place());
            case NOT_KNOWN ->
                judgement.unknown(
                        "disk %s: %s has volume %s, but nothing tells whether it is the same",
                        disk.target(), target, disk.place());
        }
    }
}
