package io.vmsh.locks;

/** What keeps a disk from being written by two guests ({@code lock_manager} in qemu.conf). */
public enum LockManager {
    /** Nothing of libvirt's. */
    NONE("none"),
    /** virtlockd, by locks on lease files or on the disks themselves. */
    LOCKD("lockd"),
    /** The sanlock daemon, by leases that are written again and again to a shared disk. */
    SANLOCK("sanlock"),
    /** A plugin that vmsh does not know. */
    OTHER("other");

    private final String label;

    LockManager(String label) {
        this.label = label;
    }

    /** The word for it, libvirt's own except for none. */
    public String label() {
        return label;
    }

    /** The one that libvirt loads for a word in qemu.conf. */
    static LockManager of(String word) {
        return switch (word) {
            case "", "nop" -> NONE;
            case "lockd" -> LOCKD;
            case "sanlock" -> SANLOCK;
            default -> OTHER;
        };
    }
}
