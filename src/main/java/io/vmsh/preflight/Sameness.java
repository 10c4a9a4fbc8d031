package io.vmsh.preflight;

import io.vmsh.preflight.StorageSide.PoolSeen;
import io.vmsh.preflight.StorageSide.VolumeSeen;
import io.vmsh.probe.FileLook;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a path leads to the same data on both hosts. */
enum Sameness {
    /** Only one and the same thing can look like this on both. */
    SAME,
    /** Two things of one name. */
    DIFFERENT,
    /** Nothing tells. */
    NOT_KNOWN;

    /** Longer than network filesystems go on showing what has changed meanwhile. */
    private static final long LONGEST_CACHE_SECONDS = 120;

    /** Compares what both hosts see at a path. */
    static Sameness of(String path, StorageSide source, StorageSide target) {
        VolumeSeen here = source.volumes().get(path);
        VolumeSeen there = target.volumes().get(path);
        if (here != null && there != null) {
            Sameness known = ofVolumes(path, here, there, source, target);
            if (known != NOT_KNOWN) {
                return known;
            }
        }
        return ofFiles(source.files().get(path), target.files().get(path));
    }

    private static Sameness ofVolumes(
            String path, VolumeSeen here, VolumeSeen there, StorageSide source, StorageSide target) {
        if (!here.key().equals(path) && !there.key().equals(path)) {
            return here.key().equals(there.key()) ? SAME : DIFFERENT;
        }
        Optional<PoolSeen> from = source.pool(here.pool());
        Optional<PoolSeen> to = target.pool(there.pool());
        if (from.isPresent()
                && to.isPresent()
                && from.get().onNetwork()
                && from.get().type().equals(to.get().type())
                && from.get().source().equals(to.get().source())) {
            return SAME;
        }
        if (here.capacity() != there.capacity()) {
            return DIFFERENT;
        }
        // Nobody can set the time of change, and it has nine digits behind the point.
        return here.changed().isPresent() && here.changed().equals(there.changed()) ? SAME : NOT_KNOWN;
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
