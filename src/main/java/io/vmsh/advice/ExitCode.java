package io.vmsh.advice;

/** Exit codes of the process. */
public final class ExitCode {
    public static final int OK = 0;
    /** virsh's own code for every failure, usage errors included. */
    public static final int FAILED = 1;

    public static final int CANNOT_CONNECT = 3;
    /** A check before a migration found a blocker. */
    public static final int BLOCKED = 4;
    /** Some hosts did it, some did not. */
    public static final int SOME_HOSTS_FAILED = 5;
    /** A script stopped and can be resumed. */
    public static final int SCRIPT_STOPPED = 6;

    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
