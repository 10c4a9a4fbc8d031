package io.vmsh.hypervisor;

/** {@code virStoragePoolState}, in its order. */
public enum PoolState {
    INACTIVE("inactive"),
    BUILDING("building"),
    RUNNING("running"),
    DEGRADED("degraded"),
    INACCESSIBLE("inaccessible"),
    /** A number that libvirt had no name for when this was written. */
    UNKNOWN("unknown");

    private static final PoolState[] VALUES = values();
    private final String label;

    PoolState(String label) {
        this.label = label;
    }

    /** virsh's word for it. */
    public String label() {
        return label;
    }

    /** Whether the sizes of a pool in this state mean anything. */
    public boolean hasSizes() {
        return this == RUNNING || this == DEGRADED;
    }

    /** The state of libvirt's number. */
    public static PoolState of(int number) {
        return number >= 0 && number < VALUES.length ? VALUES[number] : UNKNOWN;
    }
}
