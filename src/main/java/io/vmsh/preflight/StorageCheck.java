package io.vmsh.preflight;

import io.vmsh.hypervisor.DiskSize;
import io.vmsh.preflight.StorageSide.PoolSeen;
import io.vmsh.probe.FileLook;
import io.vmsh.probe.FileSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the target finds each disk, the same one, and libvirt believes that; or has room for a copy. */
final class StorageCheck implements Check<StorageCheck.Facts> {
    /**
     * What it judges by.
     *
     * @param guest as statements name it
     * @param arriving the disks as the target is to have them, by their targets
     * @param sizes of disks, by their targets
     */
    record Facts(
            String guest,
            Way way,
            List<Disk> disks,
            Map<String, Disk> arriving,
            Map<String, DiskSize> sizes,
            StorageSide source,
            StorageSide target) {
        /** The disk as the target is to have it. */
        Disk arriving(Disk disk) {
            return arriving.getOrDefault(disk.target(), disk);
        }

        Sameness sameness(Disk disk) {
            return Sameness.of(disk, arriving(disk), source, target);
        }
    }

    @Override
    public String name() {
        return "storage";
    }

    @Override
    public Facts look(Scene scene) {
        List<Disk> disks = scene.guest().disks();
        List<Disk> arriving = scene.arrival().disks();
        return new Facts(
                scene.guestAddress(),
                scene.way(),
                disks,
                arriving.stream().collect(Collectors.toMap(Disk::target, disk -> disk, (one, same) -> one)),
                scene.guest().sizes(),
                StorageSide.look(scene.source(), disks),
                StorageSide.look(scene.target(), arriving));
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        if (facts.disks().isEmpty()) {
            judgement.ok("no disks");
        }
        for (Disk disk : facts.disks()) {
            if (facts.way().copies(disk)) {
                new StorageCopy(facts, disk, facts.arriving(disk), judgement).judge();
            } else {
                found(facts, disk, judgement);
            }
        }
        StorageCopy.together(facts, judgement);
        return judgement.finding();
    }

    private static void found(Facts facts, Disk disk, Judgement judgement) {
        switch (facts.arriving(disk).type()) {
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
        Disk arriving = facts.arriving(disk);
        boolean complete = true;
        for (String path : arriving.paths()) {
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
        Sameness same = facts.sameness(disk);
        poolsOfFolder(facts, disk, arriving, judgement);
        switch (same) {
            case SAME ->
                judgement.ok(
                        "disk %s: %s is the same on both hosts%s",
                        disk.target(),
                        arriving.source(),
                        Sameness.evidence(disk, arriving, facts.source(), facts.target())
                                .map(" (%s)"::formatted)
                                .orElse(""));
            case DIFFERENT ->
                judgement
                        .say(
                                disk.readOnly() ? Verdict.NOTICE : Verdict.BLOCKER,
                                "disk %s: %s has another %s of that name: %s",
                                disk.target(),
                                target,
                                arriving.type().equals("block") ? "device" : "file",
                                arriving.source())
                        .remedy(
                                "copy the disk along, over what %s has there".formatted(target),
                                "migrate --live --copy-storage-all %s %s".formatted(facts.guest(), target));
            case NOT_KNOWN ->
                judgement.say(
                        disk.readOnly() ? Verdict.NOTICE : Verdict.UNKNOWN,
                        "disk %s: %s has %s, but nothing tells whether it is the same",
                        disk.target(),
                        target,
                        arriving.source());
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
        doWithout(facts, disk, path, judgement);
    }

    private static void doWithout(Facts facts, Disk disk, String path, Judgement judgement) {
        if (disk.copied() && facts.way().live() && path.equals(disk.source())) {
            judgement.remedy(
                    "copy the disk along",
                    "migrate --live --copy-storage-all %s %s"
                            .formatted(facts.guest(), facts.target().name()));
        } else if (disk.readOnly()) {
            judgement.remedy("take the medium out: virsh change-media %s --eject".formatted(disk.target()));
        }
    }

    private static void notSeen(Facts facts, Disk disk, String path, Judgement judgement) {
        String target = facts.target().name();
        String folder = StorageSide.folder(path);
        Optional<PoolSeen> pool = facts.target().poolAt(folder);
        if (pool.filter(PoolSeen::active).isPresent()) {
            judgement
                    .unknown(
                            "disk %s: pool %s on %s did not have %s when it looked last, and nobody can see whether it has"
                                    + " now",
                            disk.target(), pool.get().name(), target, path)
                    .remedy(
                            "have the pool look again",
                            "pool-refresh %s/%s".formatted(target, pool.get().name()));
            doWithout(facts, disk, path, judgement);
            return;
        }
        judgement.unknown("disk %s: nobody can see whether %s has %s", disk.target(), target, path);
        if (pool.isPresent()) {
            judgement.remedy(
                    "start the pool of that folder",
                    "pool-start %s/%s".formatted(target, pool.get().name()));
        } else {
            judgement.remedy(
                    "open %s by qemu+ssh, or give it a pool for %s, to have it looked at".formatted(target, folder));
        }
    }

    /** Pools of one folder that come from different places say that the folder is not the same, whatever is in it. */
    private static void poolsOfFolder(Facts facts, Disk disk, Disk arriving, Judgement judgement) {
        Optional<PoolSeen> here = facts.source().poolAt(StorageSide.folder(disk.source()));
        Optional<PoolSeen> there = facts.target().poolAt(StorageSide.folder(arriving.source()));
        if (here.isPresent() && there.isPresent()) {
            differences(facts, disk, here.get(), there.get(), Verdict.NOTICE, judgement);
            if (!here.get().name().equals(there.get().name())) {
                judgement.notice(
                        "disk %s: the pool of %s is %s here and %s on %s",
                        disk.target(),
                        there.get().folder(),
                        here.get().name(),
                        there.get().name(),
                        facts.target().name());
            }
        }
    }

    private static void differences(
            Facts facts, Disk disk, PoolSeen here, PoolSeen there, Verdict verdict, Judgement judgement) {
        String target = facts.target().name();
        if (!here.type().equals(there.type())) {
            judgement.say(
                    verdict,
                    "disk %s: pool %s is of type %s here and %s on %s",
                    disk.target(),
                    there.name(),
                    here.type(),
                    there.type(),
                    target);
        } else if (!here.source().equals(there.source())) {
            judgement.say(
                    verdict,
                    "disk %s: pool %s comes from %s here and from %s on %s",
                    disk.target(),
                    there.name(),
                    here.source().isEmpty() ? "nowhere else" : here.source(),
                    there.source().isEmpty() ? "nowhere else" : there.source(),
                    target);
        }
    }

    private static void byPool(Facts facts, Disk disk, Judgement judgement) {
        Disk arriving = facts.arriving(disk);
        String name = arriving.pool().orElse("");
        String target = facts.target().name();
        Optional<PoolSeen> here = disk.pool().flatMap(facts.source()::pool);
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
        here.ifPresent(pool -> differences(facts, disk, pool, there.get(), Verdict.BLOCKER, judgement));
        here.filter(pool -> !pool.folder().equals(there.get().folder()))
                .ifPresent(pool -> judgement.notice(
                        "disk %s: pool %s has its volumes in %s here and in %s on %s",
                        disk.target(), name, pool.folder(), there.get().folder(), target));
        if (!facts.target().volumes().containsKey(arriving.place())) {
            judgement
                    .blocker(
                            "disk %s: pool %s on %s does not know volume %s",
                            disk.target(), name, target, arriving.source())
                    .remedy(
                            "if the volume is newer than what the pool knows of, have it look again",
                            "pool-refresh %s/%s".formatted(target, name));
            return;
        }
        switch (facts.sameness(disk)) {
            case SAME -> judgement.ok("disk %s: volume %s is the same on both hosts", disk.target(), arriving.place());
            case DIFFERENT ->
                judgement.blocker("disk %s: %s has another volume named %s", disk.target(), target, arriving.place());
            case NOT_KNOWN ->
                judgement.unknown(
                        "disk %s: %s has volume %s, but nothing tells whether it is the same",
                        disk.target(), target, arriving.place());
        }
    }
}
