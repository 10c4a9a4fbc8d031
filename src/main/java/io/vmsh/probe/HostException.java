package io.vmsh.probe;

/** Something on a host could not be done. The message names the host and is fit for people. */
public final class HostException extends RuntimeException {
    /** Why. */
    public enum Kind {
        /** ssh did not get there, or was cut off. */
        UNREACHABLE,
        /** It did not end in time. */
        TIMED_OUT,
        /** The user there may not, or sudo asks for a password. */
        NOT_PERMITTED,
        /** A file is not as it was read. */
        CHANGED,
        /** It was tried and did not work. */
        FAILED
    }

    private final Kind kind;

    public HostException(Kind kind, String host, String message) {
        super(host + ": " + message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The message. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
