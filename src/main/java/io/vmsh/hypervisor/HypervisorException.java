package io.vmsh.hypervisor;

/** A call that a hypervisor refused or could not finish, with libvirt's own words for it. */
public class HypervisorException extends RuntimeException {
    /** {@code VIR_FROM_RPC}: raised by the line to the other end. */
    private static final int FROM_RPC = 7;

    private final int number;
    private final int domain;

    /**
     * An error of libvirt ({@code virError}).
     *
     * @param number {@code virErrorNumber}
     * @param domain {@code virErrorDomain}: the part of libvirt that raised it
     */
    public HypervisorException(int number, int domain, String message) {
        super(message);
        this.number = number;
        this.domain = domain;
    }

    /** libvirt's sentence, as virsh prints it after {@code error: }. */
    public String message() {
        return String.valueOf(getMessage());
    }

    public ErrorCode code() {
        return ErrorCode.of(number);
    }

    /** {@code virErrorNumber}, also of codes that {@link ErrorCode} does not name. */
    public int number() {
        return number;
    }

    /** {@code virErrorDomain}. */
    public int domain() {
        return domain;
    }

    /** Whether the line broke, so that the call may have been carried out all the same. */
    public boolean lostConnection() {
        return domain == FROM_RPC || code() == ErrorCode.INVALID_CONN;
    }
}
