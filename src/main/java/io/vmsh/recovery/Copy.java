package io.vmsh.recovery;

import io.vmsh.hypervisor.DomainStatus;
import io.vmsh.hypervisor.JobOperation;
import java.util.Optional;

/**
 * A guest as one host's libvirt knows it.
 *
 * @param defined whether the definition is kept when the guest stops
 * @param active whether a QEMU process belongs to it
 * @param job what it is busy with; empty for nothing
 * @param moves whether that job got on while it was looked at
 * @param saved whether its memory is saved, to go on from at the next start
 */
public record Copy(
        String name,
        String uuid,
        boolean defined,
        boolean active,
        DomainStatus status,
        Optional<JobOperation> job,
        boolean moves,
        boolean saved) {
    // virDomainPausedReason, virDomainRunningReason, virDomainShutoffReason
    private static final int PAUSED_USER = 1;
    private static final int PAUSED_MIGRATING = 2;
    private static final int PAUSED_STARTING_UP = 11;
    private static final int RUNNING_POSTCOPY = 10;
    private static final int RUNNING_POSTCOPY_FAILED = 11;
    private static final int PAUSED_POSTCOPY = 12;
    private static final int PAUSED_POSTCOPY_FAILED = 13;
    private static final int SHUT_OFF_CRASHED = 3;
    private static final int SHUT_OFF_MIGRATED = 4;
    private static final int SHUT_OFF_FAILED = 6;

    /** Whether its processors run, or a wake-up lets them run. */
    boolean runs() {
        return active
                && switch (status.state()) {
                    case RUNNING, BLOCKED, SHUTDOWN, PM_SUSPENDED -> true;
                    case NO_STATE, PAUSED, SHUT_OFF, CRASHED -> false;
                };
    }

    /** Whether there is a process whose processors stand still. */
    boolean stands() {
        return active && !runs();
    }

    /** Whether its memory is on two hosts. */
    boolean inPostCopy() {
        return is(RUNNING_POSTCOPY, PAUSED_POSTCOPY) || postCopyFailed();
    }

    boolean postCopyFailed() {
        return is(RUNNING_POSTCOPY_FAILED, PAUSED_POSTCOPY_FAILED);
    }

    private boolean is(int running, int paused) {
        return switch (status.state()) {
            case RUNNING -> status.reason() == running;
            case PAUSED -> status.reason() == paused;
            case NO_STATE, BLOCKED, SHUTDOWN, SHUT_OFF, CRASHED, PM_SUSPENDED -> false;
        };
    }

    /** Whether somebody has paused it. */
    boolean pausedByUser() {
        return stands() && status.reason() == PAUSED_USER;
    }

    /** Whether it came in from another host, and has never run here. */
    boolean neverRan() {
        return stands()
                && job.equals(Optional.of(JobOperation.MIGRATION_IN))
                && (status.reason() == PAUSED_MIGRATING
                        || status.reason() == PAUSED_STARTING_UP
                        || status.reason() == 0);
    }

    boolean leaves() {
        return job.equals(Optional.of(JobOperation.MIGRATION_OUT));
    }

    /** Whether it ended without anybody's wish. */
    boolean crashed() {
        return !active && (status.reason() == SHUT_OFF_CRASHED || status.reason() == SHUT_OFF_FAILED);
    }

    /** Whether it has gone to another host. */
    boolean movedAway() {
        return !active && status.reason() == SHUT_OFF_MIGRATED;
    }

    /** State and reason in virsh's words. */
    public String words() {
        return "%s (%s)".formatted(status.state().label(), status.reasonLabel());
    }
}
