package io.vmsh.hypervisor;

/** Why a connection ended by itself: {@code virConnectCloseReason}, in its order. */
public enum CloseReason {
    ERROR("I/O error"),
    END_OF_FILE("end of file"),
    KEEPALIVE("keepalive timeout"),
    CLIENT("the client's own wish");

    private static final CloseReason[] VALUES = values();
    private final String label;

    CloseReason(String label) {
        this.label = label;
    }

    /** virsh's words for it. */
    public String label() {
        return label;
    }

    /** The reason of libvirt's number; {@link #ERROR} for a number unknown here. */
    public static CloseReason of(int number) {
        return number >= 0 && number < VALUES.length ? VALUES[number] : ERROR;
    }
}
