package io.vmsh.locks;

import io.vmsh.probe.ConfigFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a host's configuration says about locks, with the values that hold where it says nothing.
 *
 * @param manager as qemu.conf names it; {@code nop} for none
 * @param automatic whether each disk gets a lease without one in the guest's definition: {@code 1} or {@code 0}
 * @param required whether a guest whose disks have no lease is refused: {@code 1} or {@code 0}
 * @param files folder of lockd's leases for files; empty when the files themselves are locked
 * @param volumes folder of lockd's leases for logical volumes; empty for none
 * @param scsi folder of lockd's leases for SCSI devices; empty for none
 * @param sanlock folder of sanlock's leases
 * @param hostId the host's number among those that use sanlock; empty when it has none
 */
public record LockSettings(
        Setting manager,
        Setting automatic,
        Setting required,
        Setting files,
        Setting volumes,
        Setting scsi,
        Setting sanlock,
        Setting hostId) {
    public static final String FOLDER = "/etc/libvirt/";
    public static final String QEMU = FOLDER + "qemu.conf";
    public static final String LOCKD = FOLDER + "qemu-lockd.conf";
    public static final String SANLOCK = FOLDER + "qemu-sanlock.conf";
    /** The files in which all of it is. */
    public static final List<String> FILES = List.of(QEMU, LOCKD, SANLOCK);

    public static final String FILE_FOLDER = "file_lockspace_dir";
    public static final String VOLUME_FOLDER = "lvm_lockspace_dir";
    public static final String SCSI_FOLDER = "scsi_lockspace_dir";
    public static final String MANAGER = "lock_manager";
    public static final String AUTOMATIC = "auto_disk_leases";
    public static final String REQUIRED = "require_lease_for_disks";

    private static final String USUAL_SANLOCK_FOLDER = "/var/lib/libvirt/sanlock";

    /**
     * A value and where it comes from.
     *
     * @param origin file and line; {@code default} when nothing sets it
     */
    public record Setting(String value, String origin) {
        boolean on() {
            return value.equals("1");
        }

        public boolean set() {
            return !value.isEmpty();
        }
    }

    /**
     * Takes them from a host's files.
     *
     * @param files by path; one that is missing sets nothing
     */
    public static LockSettings of(Map<String, ConfigFile> files) {
        Setting manager = read(files, QEMU, MANAGER, "nop");
        boolean sanlock = LockManager.of(manager.value()) == LockManager.SANLOCK;
        String own = sanlock ? SANLOCK : LOCKD;
        Setting automatic = read(files, own, AUTOMATIC, sanlock ? "0" : "1");
        return new LockSettings(
                manager,
                automatic,
                read(files, own, REQUIRED, automatic.on() ? "0" : "1"),
                read(files, LOCKD, FILE_FOLDER, ""),
                read(files, LOCKD, VOLUME_FOLDER, ""),
                read(files, LOCKD, SCSI_FOLDER, ""),
                read(files, SANLOCK, "disk_lease_dir", USUAL_SANLOCK_FOLDER),
                read(files, SANLOCK, "host_id", ""));
    }

    private static Setting read(Map<String, ConfigFile> files, String file, String name, String usual) {
        return Optional.ofNullable(files.get(file))
                .flatMap(known -> known.find(name))
                .map(found -> new Setting(found.value(), file + ":" + found.line()))
                .orElse(new Setting(usual, "default"));
    }

    /** Which lock manager it is. */
    public LockManager kind() {
        return LockManager.of(manager.value());
    }

    /** Whether a disk gets a lease by itself. */
    public boolean leasesDisks() {
        return automatic.on() && (kind() == LockManager.LOCKD || kind() == LockManager.SANLOCK);
    }

    /** The file that holds the settings of the lock manager in force. */
    public Optional<String> ownFile() {
        return switch (kind()) {
            case LOCKD -> Optional.of(LOCKD);
            case SANLOCK -> Optional.of(SANLOCK);
            case NONE, OTHER -> Optional.empty();
        };
    }

    /** The folders in which leases are, that must be the same on all hosts. */
    public List<Setting> folders() {
        List<Setting> folders = new ArrayList<>();
        if (kind() == LockManager.LOCKD) {
            folders.addAll(List.of(files, volumes, scsi));
        } else if (kind() == LockManager.SANLOCK && leasesDisks()) {
            folders.add(sanlock);
        }
        return folders.stream().filter(Setting::set).toList();
    }
}
