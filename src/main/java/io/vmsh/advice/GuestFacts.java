package io.vmsh.advice;

import io.vmsh.hypervisor.DomainStatus;
import io.vmsh.hypervisor.JobOperation;
import io.vmsh.hypervisor.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The guest that was to move, as it is on the source after the failure.
 *
 * @param xml its definition, the running one while it runs
 * @param status its state; empty when it could not be asked
 * @param job what it is busy with; empty for nothing
 */
record GuestFacts(XmlElement xml, Optional<DomainStatus> status, Optional<JobOperation> job) {
    static final GuestFacts UNKNOWN =
            new GuestFacts(new XmlElement("domain", Map.of(), List.of(), ""), Optional.empty(), Optional.empty());

    private static final int RUNNING_POSTCOPY = 10;
    private static final int RUNNING_POSTCOPY_FAILED = 11;
    private static final int PAUSED_POSTCOPY = 12;
    private static final int PAUSED_POSTCOPY_FAILED = 13;
    private static final int SHUT_OFF_SHUTDOWN = 1;
    private static final int SHUT_OFF_DESTROYED = 2;
    private static final int SHUT_OFF_CRASHED = 3;

    /** Whether its memory is on both hosts: its source copy is past the point of return. */
    boolean inPostCopy() {
        return status.filter(now -> switch (now.state()) {
                    case PAUSED -> now.reason() == PAUSED_POSTCOPY || now.reason() == PAUSED_POSTCOPY_FAILED;
                    case RUNNING -> now.reason() == RUNNING_POSTCOPY || now.reason() == RUNNING_POSTCOPY_FAILED;
                    default -> false;
                })
                .isPresent();
    }

    /** Whether such a migration broke down. */
    boolean postCopyFailed() {
        return inPostCopy()
                && status.filter(now ->
                                now.reason() == PAUSED_POSTCOPY_FAILED || now.reason() == RUNNING_POSTCOPY_FAILED)
                        .isPresent();
    }

    /** Whether its process ended by itself. */
    boolean crashed() {
        return status.filter(now -> switch (now.state()) {
                    case SHUT_OFF -> now.reason() == SHUT_OFF_CRASHED;
                    case CRASHED -> true;
                    default -> false;
                })
                .isPresent();
    }

    /** Whether somebody, or the guest itself, turned it off; one that has moved away is off for another reason. */
    boolean stopped() {
        return status.filter(now -> switch (now.state()) {
                    case SHUT_OFF -> now.reason() == SHUT_OFF_SHUTDOWN || now.reason() == SHUT_OFF_DESTROYED;
                    default -> false;
                })
                .isPresent();
    }

    /** Its state in virsh's words. */
    String words() {
        return status.map(now -> "%s (%s)".formatted(now.state().label(), now.reasonLabel()))
                .orElse("not known");
    }
}
