package io.vmsh.hypervisor;

/** {@code virDomainJobType}, in its order. */
public enum JobType {
    NONE,
    BOUNDED,
    UNBOUNDED,
    COMPLETED,
    FAILED,
    CANCELLED,
    /** One that a newer libvirt knows. */
    UNKNOWN;

    private static final JobType[] VALUES = values();

    /** The type of libvirt's number. */
    public static JobType of(int number) {
        return number >= 0 && number < VALUES.length ? VALUES[number] : UNKNOWN;
    }

    /** Whether a job of this type is going on. */
    public boolean running() {
        return this == BOUNDED || this == UNBOUNDED;
    }
}
