package io.vmsh.preflight;

import io.vmsh.preflight.StorageSide.PoolSeen;
import io.vmsh.preflight.StorageSide.VolumeSeen;
import java.util.Optional;

/** Whether the target can take a copy of a disk. */
record StorageCopy(StorageCheck.Facts facts, Disk disk, Judgement judgement) {
    void judge() {
        VolumeSeen there = facts.target().volumes().get(disk.place());
        if (there != null) {
            onto(there);
        } else if (facts.way().copyIncremental()) {
            judgement
                    .blocker(
                            "disk %s: the image must be on %s already when only what its backing files lack is copied",
                            disk.target(), facts.target().name())
                    .remedy("create it there with its backing file first: vol-create-as --backing-vol");
        } else {
            into();
        }
    }

    private void onto(VolumeSeen there) {
        VolumeSeen here = facts.source().volumes().get(disk.place());
        String target = facts.target().name();
        if (Sameness.of(disk.place(), facts.source(), facts.target()) == Sameness.SAME) {
            judgement
                    .blocker("disk %s is the same on both hosts: it would be copied onto itself", disk.target())
                    .remedy("do without the copy");
        } else if (here == null) {
            judgement.unknown("disk %s: its size is not known, and the copy must have the same", disk.target());
        } else if (here.capacity() != there.capacity()) {
            judgement
                    .blocker(
                            "disk %s: %s has a volume of %d bytes at %s, and the disk has %d",
                            disk.target(), target, there.capacity(), disk.place(), here.capacity())
                    .remedy(
                            "delete that volume, if nobody needs it, and libvirt makes a fitting one",
                            "vol-delete %s/%s --pool %s".formatted(target, fileName(there.path()), there.pool()));
        } else {
            judgement.notice("disk %s is copied over %s, which %s has already", disk.target(), disk.place(), target);
        }
    }

    /** libvirt makes the file by itself where an active pool has its folder. */
    private void into() {
        String target = facts.target().name();
        String folder = StorageSide.folder(disk.source());
        Optional<PoolSeen> pool = disk.pool()
                .flatMap(facts.target()::pool)
                .or(() -> facts.target().poolAt(folder));
        if (pool.isEmpty()) {
            judgement
                    .blocker(
                            "disk %s: %s has no pool for %s, so libvirt cannot make the copy",
                            disk.target(), target, folder)
                    .remedy(
                            "make a pool for that folder on %s".formatted(target),
                            "pool-create-as NAME dir --target " + folder);
        } else if (!pool.get().active()) {
            judgement
                    .blocker(
                            "disk %s: pool %s on %s is not active",
                            disk.target(), pool.get().name(), target)
                    .remedy(
                            "start it",
                            "pool-start %s/%s".formatted(target, pool.get().name()));
        } else {
            room(pool.get());
        }
    }

    private void room(PoolSeen pool) {
        VolumeSeen here = facts.source().volumes().get(disk.place());
        String place = "pool %s on %s".formatted(pool.name(), facts.target().name());
        if (here == null) {
            judgement.unknown(
                    "disk %s: its size is not known; %s has %s left",
                    disk.target(), place, Sizes.text(pool.available()));
        } else if (here.allocation() > pool.available()) {
            judgement.blocker(
                    "disk %s takes %s, and %s has %s left",
                    disk.target(), Sizes.text(here.allocation()), place, Sizes.text(pool.available()));
        } else if (here.capacity() > pool.available()) {
            judgement.notice(
                    "disk %s may grow to %s, and %s has %s left",
                    disk.target(), Sizes.text(here.capacity()), place, Sizes.text(pool.available()));
        } else {
            judgement.ok("disk %s: %s has room for its %s", disk.target(), place, Sizes.text(here.capacity()));
        }
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
