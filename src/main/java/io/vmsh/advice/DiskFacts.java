package io.vmsh.advice;

import io.vmsh.hypervisor.GuestDisk;
import io.vmsh.probe.FileLook.Seen;
import io.vmsh.probe.FileSystem;
import java.util.Optional;

/**
 * What is known of one disk of a guest that was to move.
 *
 * @param copied whether the statement asked to copy it
 * @param here its file as the source host sees it; empty when the host could not be asked
 * @param there what the destination has at the same path; empty likewise
 */
record DiskFacts(GuestDisk disk, boolean copied, Optional<Seen> here, Optional<Seen> there) {
    /** Why libvirt will not move a guest with this disk. */
    enum Verdict {
        SAFE,
        /** Libvirt does not believe that the destination sees the same data. */
        NOT_SHARED,
        /** The source host may hold writes in its cache that the destination does not see. */
        CACHE,
        /** One of the two; the filesystem is not known. */
        EITHER
    }

    Optional<FileSystem> fileSystem() {
        return here.flatMap(Seen::fileSystem);
    }

    /**
     * Libvirt's own decision ({@code qemuMigrationSrcIsSafe}), as far as the facts carry it, for a migration that was
     * refused as unsafe.
     *
     * @param dropsCache whether QEMU most likely drops its host's cache, so that an unknown filesystem is the likelier cause
     */
    Verdict verdict(boolean dropsCache) {
        if (disk.source() == null || disk.readOnly() || copied || disk.type().equals("network")) {
            return Verdict.SAFE;
        }
        if (disk.type().equals("nvme")) {
            return Verdict.NOT_SHARED;
        }
        boolean coherent = disk.shareable() || disk.bypassesCache();
        if (!disk.type().equals("file")) {
            return coherent ? Verdict.SAFE : Verdict.CACHE;
        }
        if (fileSystem().isEmpty()) {
            return coherent || dropsCache ? Verdict.NOT_SHARED : Verdict.EITHER;
        }
        if (!fileSystem().get().shared()) {
            return Verdict.NOT_SHARED;
        }
        return coherent || fileSystem().get().cluster() ? Verdict.SAFE : Verdict.CACHE;
    }

    /** Both hosts have, to all appearances, the very same file. */
    boolean sameThere() {
        return here.isPresent()
                && there.filter(other -> here.get().looksSameAs(other)).isPresent();
    }

    /** The disk in one line for people. */
    String line() {
        String where = disk.type().equals("file")
                ? "filesystem "
                        + fileSystem()
                                .map(fs -> fs.type()
                                        + (fs.shared()
                                                ? ", which libvirt takes for shared"
                                                : ", which libvirt takes for local"))
                                .orElse("not known")
                : "type " + disk.type();
        return "disk %s: %s, %s, cache %s"
                .formatted(disk.target(), disk.source(), where, disk.cache() == null ? "default" : disk.cache());
    }
}
