package io.vmsh.preflight;

import io.vmsh.preflight.StorageSide.PoolSeen;
import io.vmsh.preflight.StorageSide.VolumeSeen;
import io.vmsh.probe.BlockLook;
import io.vmsh.probe.FileLook;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a place on one host and a place on another lead to the same data. */
enum Sameness {
    /** Only one and the same thing can look like this on both. */
    SAME,
    /** Two things. */
    DIFFERENT,
    /** Nothing tells. */
    NOT_KNOWN;

    /** Longer than network filesystems go on showing what has changed meanwhile. */
    private static final long LONGEST_CACHE_SECONDS = 120;

    /**
     * Compares what both hosts see of a disk.
     *
     * @param here the disk as the source has it
     * @param there as the target is to have it
     */
    static Sameness of(Disk here, Disk there, StorageSide source, StorageSide target) {
        VolumeSeen from = source.volumes().get(here.place());
        VolumeSeen to = target.volumes().get(there.place());
        if (from != null && to != null) {
            Sameness known = ofVolumes(here, there, from, to, source, target);
            if (known != NOT_KNOWN) {
                return known;
            }
        }
        Optional<Boolean> device = device(here, from, source)
                .flatMap(one -> device(there, to, target).flatMap(one::is));
        if (device.isPresent()) {
            return device.get() ? SAME : DIFFERENT;
        }
        return ofFiles(source.files().get(here.source()), target.files().get(there.source()));
    }

    /** What both know a device by, for people. */
    static Optional<String> evidence(Disk here, Disk there, StorageSide source, StorageSide target) {
        return device(here, source.volumes().get(here.place()), source)
                .flatMap(one -> device(there, target.volumes().get(there.place()), target)
                        .flatMap(one::sharedWith));
    }

    private static Optional<BlockLook.Seen> device(Disk disk, @Nullable VolumeSeen volume, StorageSide side) {
        return Optional.ofNullable(side.devices().get(volume == null ? disk.source() : volume.path()));
    }

    private static Sameness ofVolumes(
            Disk disk, Disk arriving, VolumeSeen here, VolumeSeen there, StorageSide source, StorageSide target) {
        if (!here.key().equals(here.path()) && !there.key().equals(there.path())) {
            return here.key().equals(there.key()) ? SAME : DIFFERENT;
        }
        Optional<PoolSeen> from = source.pool(here.pool());
        Optional<PoolSeen> to = target.pool(there.pool());
        if (from.isPresent()
                && to.isPresent()
                && from.get().onNetwork()
                && from.get().type().equals(to.get().type())
                && from.get().source().equals(to.get().source())
                && name(disk).equals(name(arriving))) {
            return SAME;
        }
        if (here.capacity() != there.capacity()) {
            return DIFFERENT;
        }
        // Nobody can set the time of change, and it has nine digits behind the point.
        return here.changed().isPresent() && here.changed().equals(there.changed()) ? SAME : NOT_KNOWN;
    }

    private static String name(Disk disk) {
        return disk.source().substring(disk.source().lastIndexOf('/') + 1);
    }

    private static Sameness ofFiles(FileLook.@Nullable Seen here, FileLook.@Nullable Seen there) {
        if (here == null || there == null || !here.exists() || !there.exists()) {
            return NOT_KNOWN;
        }
        if (here.looksSameAs(there)) {
            return SAME;
        }
        long apart = Math.abs(here.changedSeconds() - there.changedSeconds());
        return !here.inode().equals(there.inode()) && apart > LONGEST_CACHE_SECONDS ? DIFFERENT : NOT_KNOWN;
    }
}
