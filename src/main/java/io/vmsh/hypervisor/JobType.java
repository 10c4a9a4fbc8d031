package io.vmsh.hypervisor;

/** {@code virDomainJobType}, in its order. */
public enum JobType {
    NONE(0),
    BOUNDED(1),
    UNBOUNDED(2),
    COMPLETED(3),
    FAILED(4),
    CANCELLED(5),
    /** One that a newer libvirt knows. */
    UNKNOWN(-1);

    private static final JobType[] VALUES = values();
    private final int number;

    JobType(int number) {
        this.number = number;
    }

    /** libvirt's number of it. */
    public int number() {
        return number;
    }

    /** The type of libvirt's number. */
    public static JobType of(int number) {
        return number >= 0 && number < VALUES.length ? VALUES[number] : UNKNOWN;
    }

    /** Whether a job of this type is going on. */
    public boolean running() {
        return this == BOUNDED || this == UNBOUNDED;
    }
}
