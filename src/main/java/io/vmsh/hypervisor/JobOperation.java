package io.vmsh.hypervisor;

/** {@code virDomainJobOperation}, in its order. */
public enum JobOperation {
    UNKNOWN("Unknown"),
    START("Start"),
    SAVE("Save"),
    RESTORE("Restore"),
    MIGRATION_IN("Incoming migration"),
    MIGRATION_OUT("Outgoing migration"),
    SNAPSHOT("Snapshot"),
    SNAPSHOT_REVERT("Snapshot revert"),
    DUMP("Dump"),
    BACKUP("Backup"),
    SNAPSHOT_DELETE("Snapshot delete");

    private static final JobOperation[] VALUES = values();
    private final String label;

    JobOperation(String label) {
        this.label = label;
    }

    /** virsh's words for it. */
    public String label() {
        return label;
    }

    /** The operation of libvirt's number; {@link #UNKNOWN} for a number unknown here. */
    public static JobOperation of(int number) {
        return number >= 0 && number < VALUES.length ? VALUES[number] : UNKNOWN;
    }
}
