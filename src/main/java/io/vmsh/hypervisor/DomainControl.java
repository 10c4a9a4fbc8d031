package io.vmsh.hypervisor;

/**
 * Whether a guest can be given another command now ({@code virDomainGetControlInfo}).
 *
 * @param milliseconds for how long it has been so; 0 when free
 */
public record DomainControl(State state, long milliseconds) {
    /** {@code virDomainControlState}, in its order. */
    public enum State {
        FREE,
        /** A command has the guest, and waits for something else. */
        JOB,
        /** A command has the guest, and waits for QEMU. */
        OCCUPIED,
        /** QEMU's monitor no longer answers. */
        ERROR;

        /** The state of libvirt's number; {@link #ERROR} for a number unknown here. */
        public static State of(int number) {
            return number >= 0 && number < values().length ? values()[number] : ERROR;
        }
    }
}
