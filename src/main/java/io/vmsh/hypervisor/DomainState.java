package io.vmsh.hypervisor;

/** {@code virDomainState}, in its order. */
public enum DomainState {
    NO_STATE("no state"),
    RUNNING("running"),
    BLOCKED("idle"),
    PAUSED("paused"),
    SHUTDOWN("in shutdown"),
    SHUT_OFF("shut off"),
    CRASHED("crashed"),
    PM_SUSPENDED("pmsuspended");

    private static final DomainState[] VALUES = values();
    private final String label;

    DomainState(String label) {
        this.label = label;
    }

    /** virsh's word for it. */
    public String label() {
        return label;
    }

    /** The state of libvirt's number; {@link #NO_STATE} for a number unknown here. */
    public static DomainState of(int number) {
        return number >= 0 && number < VALUES.length ? VALUES[number] : NO_STATE;
    }
}
