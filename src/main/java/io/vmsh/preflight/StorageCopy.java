package io.vmsh.preflight;

import io.vmsh.hypervisor.DiskSize;
import io.vmsh.preflight.StorageSide.PoolSeen;
import io.vmsh.preflight.StorageSide.VolumeSeen;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the target can take a copy of a disk.
 *
 * @param arriving the disk as the target is to have it
 */
record StorageCopy(StorageCheck.Facts facts, Disk disk, Disk arriving, Judgement judgement) {
    void judge() {
        VolumeSeen there = there();
        boolean known = arriving.pool().isPresent()
                || facts.target().has(arriving.source()).isPresent();
        if (there != null) {
            onto(there);
        } else if (facts.target().has(arriving.source()).orElse(false)) {
            ontoUnknown();
        } else if (facts.way().copyIncremental() && !known) {
            judgement.unknown(
                    "disk %s: nobody can see whether %s has %s, which must be there when only what its backing files lack is"
                            + " copied",
                    disk.target(), facts.target().name(), arriving.source());
        } else if (facts.way().copyIncremental()) {
            judgement
                    .blocker(
                            "disk %s: the image must be on %s already when only what its backing files lack is copied",
                            disk.target(), facts.target().name())
                    .remedy("create it there with its backing file first: vol-create-as --backing-vol");
        } else {
            into();
        }
        if (facts.way().copyIncremental()) {
            chain(there);
        }
    }

    private @Nullable VolumeSeen there() {
        return facts.target().volumes().get(arriving.place());
    }

    /** The size of the disk, by libvirt's answer for the guest, else by its pool's. */
    private Optional<DiskSize> size() {
        return Optional.ofNullable(facts.sizes().get(disk.target()))
                .or(() -> Optional.ofNullable(facts.source().volumes().get(disk.place()))
                        .map(volume -> new DiskSize(volume.capacity(), volume.allocation(), volume.allocation())));
    }

    private void onto(VolumeSeen there) {
        Optional<DiskSize> size = size();
        String target = facts.target().name();
        if (facts.sameness(disk) == Sameness.SAME) {
            judgement
                    .blocker("disk %s is the same on both hosts: it would be copied onto itself", disk.target())
                    .remedy("do without the copy");
        } else if (size.isEmpty()) {
            judgement.unknown("disk %s: its size is not known, and the copy must have the same", disk.target());
        } else if (size.get().capacity() != there.capacity()) {
            judgement
                    .blocker(
                            "disk %s: %s has a volume of %d bytes at %s, and the disk has %d",
                            disk.target(),
                            target,
                            there.capacity(),
                            arriving.place(),
                            size.get().capacity())
                    .remedy(
                            "delete that volume, if nobody needs it, and libvirt makes a fitting one",
                            "vol-delete %s/%s --pool %s".formatted(target, fileName(there.path()), there.pool()));
        } else {
            judgement.notice(
                    "disk %s is copied over %s, which %s has already, of the same size",
                    disk.target(), arriving.place(), target);
        }
    }

    private void ontoUnknown() {
        String target = facts.target().name();
        judgement.unknown(
                "disk %s: %s has %s, which no active pool knows; it must be of the same size",
                disk.target(), target, arriving.source());
        facts.target()
                .poolAt(StorageSide.folder(arriving.source()))
                .ifPresent(pool -> judgement.remedy(
                        "have pool %s look again".formatted(pool.name()),
                        "pool-refresh %s/%s".formatted(target, pool.name())));
    }

    /** What is not copied must be there, and below the image. */
    private void chain(@Nullable VolumeSeen there) {
        String target = facts.target().name();
        if (disk.backing().isEmpty()) {
            judgement.notice("disk %s has no backing file: all of it is copied", disk.target());
            return;
        }
        for (String path : disk.backing()) {
            Optional<Boolean> has = facts.target().has(path);
            if (has.isEmpty()) {
                judgement.unknown(
                        "disk %s: nobody can see whether %s has its backing file %s", disk.target(), target, path);
            } else if (has.get()) {
                judgement.ok("disk %s: %s has its backing file %s", disk.target(), target, path);
            } else {
                judgement
                        .blocker("disk %s: %s does not have its backing file %s", disk.target(), target, path)
                        .remedy("copy that file there first, or copy all: --copy-storage-all");
            }
        }
        String below = there == null ? "" : there.backing().orElse("");
        if (there != null && !below.equals(disk.backing().getFirst())) {
            judgement
                    .blocker(
                            "disk %s: on %s its backing file is %s, and here %s",
                            disk.target(),
                            target,
                            below.isEmpty() ? "none" : below,
                            disk.backing().getFirst())
                    .remedy("create it there anew with that backing file: vol-create-as --backing-vol");
        }
    }

    /** libvirt makes the file by itself where an active pool has its folder. */
    private void into() {
        String target = facts.target().name();
        String folder = StorageSide.folder(arriving.source());
        Optional<PoolSeen> pool = pool();
        if (pool.isEmpty()) {
            judgement
                    .blocker(
                            "disk %s: %s has no pool for %s, so libvirt cannot make the copy",
                            disk.target(), target, folder)
                    .remedy(
                            "make a pool for that folder on %s".formatted(target),
                            "on %s pool-create-as NAME dir --target %s".formatted(target, folder));
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

    private Optional<PoolSeen> pool() {
        return arriving.pool()
                .flatMap(facts.target()::pool)
                .or(() -> facts.target().poolAt(StorageSide.folder(arriving.source())));
    }

    private void room(PoolSeen pool) {
        String place = "pool %s on %s".formatted(pool.name(), facts.target().name());
        Optional<DiskSize> size = size();
        if (size.isEmpty()) {
            judgement.unknown(
                    "disk %s: its size is not known; %s has %s left",
                    disk.target(), place, Sizes.text(pool.available()));
        } else if (size.get().allocation() > pool.available()) {
            judgement.blocker(
                    "disk %s takes %s, and %s has %s left",
                    disk.target(), Sizes.text(size.get().allocation()), place, Sizes.text(pool.available()));
        } else if (size.get().capacity() > pool.available()) {
            judgement.notice(
                    "disk %s may grow to %s, and %s has %s left",
                    disk.target(), Sizes.text(size.get().capacity()), place, Sizes.text(pool.available()));
        } else {
            judgement.ok(
                    "disk %s is made by %s, which has room for its %s",
                    disk.target(), place, Sizes.text(size.get().capacity()));
        }
    }

    /** Disks that fit into a pool one by one may not fit together. */
    static void together(StorageCheck.Facts facts, Judgement judgement) {
        Map<PoolSeen, Long> wanted = new HashMap<>();
        Map<PoolSeen, Integer> disks = new HashMap<>();
        for (Disk disk : facts.disks()) {
            StorageCopy copy = new StorageCopy(facts, disk, facts.arriving(disk), judgement);
            boolean made = facts.way().copies(disk) && !facts.way().copyIncremental() && copy.there() == null;
            Optional<PoolSeen> pool = made ? copy.pool().filter(PoolSeen::active) : Optional.empty();
            if (pool.isPresent() && copy.size().isPresent()) {
                wanted.merge(pool.get(), copy.size().get().allocation(), Long::sum);
                disks.merge(pool.get(), 1, Integer::sum);
            }
        }
        wanted.forEach((pool, bytes) -> {
            if (disks.getOrDefault(pool, 0) > 1 && bytes > pool.available()) {
                judgement.blocker(
                        "the %d disks together take %s, and pool %s on %s has %s left",
                        disks.getOrDefault(pool, 0),
                        Sizes.text(bytes),
                        pool.name(),
                        facts.target().name(),
                        Sizes.text(pool.available()));
            }
        });
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
