package io.vmsh.locks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The lock of one disk, as libvirt's lock manager names it.
 *
 * @param kind what the name is made of
 * @param resource the name, as errors tell it: {@code Lockspace resource '…' is locked}
 * @param file the file that is locked in its place, or the disk itself
 */
public record Lease(Kind kind, String resource, String file) {
    /** What a lock is on. */
    public enum Kind {
        /** The disk itself. */
        DIRECT("direct"),
        /** A file named after the SHA-256 of the path as the definition has it. */
        PATH("path hash"),
        /** A file named after the UUID of the logical volume. */
        VOLUME("LVM UUID"),
        /** A file named after the serial number of the SCSI device. */
        SCSI("SCSI ID"),
        /** A file of sanlock's, named after the MD5 of the path. */
        SANLOCK("sanlock"),
        /** A file that the guest's definition names. */
        NAMED("lease");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What a host knows its block devices by; empty texts where it does not tell. */
    public interface Devices {
        Devices UNKNOWN = new Devices() {
            @Override
            public String volume(String path) {
                return "";
            }

            @Override
            public String scsi(String path) {
                return "";
            }
        };

        /** UUID of the logical volume at a path ({@code virStorageFileGetLVMKey}). */
        String volume(String path);

        /** Serial number of the SCSI device at a path ({@code virStorageFileGetSCSIKey}). */
        String scsi(String path);
    }

    /**
     * The lock that a host puts on a disk ({@code virLockManagerLockDaemonAddResource},
     * {@code virLockManagerSanlockAddResource}); empty when it puts none.
     */
    public static Optional<Lease> of(LockedDisk disk, LockSettings settings, Devices devices) {
        return switch (settings.kind()) {
            case NONE, OTHER -> Optional.empty();
            case LOCKD -> lockd(disk, settings, devices);
            case SANLOCK -> sanlock(disk, settings);
        };
    }

    private static Optional<Lease> lockd(LockedDisk disk, LockSettings settings, Devices devices) {
        String path = disk.path();
        if (disk.lease()) {
            return Optional.of(in(Kind.NAMED, path, disk.target()));
        }
        if (!settings.leasesDisks()) {
            return Optional.empty();
        }
        // libvirt takes every path below /dev for a block device, and any other for none.
        if (path.startsWith("/dev")) {
            String volume = settings.volumes().set() ? devices.volume(path) : "";
            if (!volume.isEmpty()) {
                return Optional.of(in(Kind.VOLUME, settings.volumes().value(), volume));
            }
            String serial = settings.scsi().set() ? devices.scsi(path) : "";
            if (!serial.isEmpty()) {
                return Optional.of(in(Kind.SCSI, settings.scsi().value(), serial));
            }
        }
        return Optional.of(
                settings.files().set()
                        ? in(Kind.PATH, settings.files().value(), hash("SHA-256", path))
                        : new Lease(Kind.DIRECT, path, path));
    }

    private static Optional<Lease> sanlock(LockedDisk disk, LockSettings settings) {
        if (disk.lease()) {
            return Optional.of(new Lease(Kind.NAMED, disk.target(), disk.path()));
        }
        return settings.leasesDisks()
                ? Optional.of(in(Kind.SANLOCK, settings.sanlock().value(), hash("MD5", disk.path())))
                : Optional.empty();
    }

    private static Lease in(Kind kind, String folder, String name) {
        return new Lease(kind, name, folder + "/" + name);
    }

    /** Names under which a path may appear in an error, whatever the host's settings. */
    public static boolean mayName(String resource, LockedDisk disk) {
        return resource.equals(disk.path())
                || (disk.lease() && resource.equals(disk.target()))
                || resource.equals(hash("SHA-256", disk.path()))
                || resource.equals(hash("MD5", disk.path()));
    }

    private static String hash(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
