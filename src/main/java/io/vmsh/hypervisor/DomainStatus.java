package io.vmsh.hypervisor;

import java.util.List;

/**
 * A guest's state and what led to it ({@code virDomainGetState}).
 *
 * @param reason libvirt's number, whose meaning depends on the state
 */
public record DomainStatus(DomainState state, int reason) {
    private static final String UNKNOWN = "unknown";

    /** virsh's words for the reason. */
    public String reasonLabel() {
        List<String> labels = labels();
        return reason >= 0 && reason < labels.size() ? labels.get(reason) : UNKNOWN;
    }

    /** Whether the guest is on its way with post-copy: it runs on the other side, or is about to. */
    public boolean inPostCopy() {
        return state == DomainState.PAUSED && reasonLabel().equals("post-copy");
    }

    private List<String> labels() {
        return switch (state) {
            case NO_STATE, BLOCKED, PM_SUSPENDED -> List.of(UNKNOWN);
            case RUNNING ->
                List.of(
                        UNKNOWN,
                        "booted",
                        "migrated",
                        "restored",
                        "from snapshot",
                        "unpaused",
                        "migration canceled",
                        "save canceled",
                        "event wakeup",
                        "crashed",
                        "post-copy",
                        "post-copy failed");
            case PAUSED ->
                List.of(
                        UNKNOWN,
                        "user",
                        "migrating",
                        "saving",
                        "dumping",
                        "I/O error",
                        "watchdog",
                        "from snapshot",
                        "shutting down",
                        "creating snapshot",
                        "crashed",
                        "starting up",
                        "post-copy",
                        "post-copy failed");
            case SHUTDOWN -> List.of(UNKNOWN, "user");
            case SHUT_OFF ->
                List.of(
                        UNKNOWN,
                        "shutdown",
                        "destroyed",
                        "crashed",
                        "migrated",
                        "saved",
                        "failed",
                        "from snapshot",
                        "daemon");
            case CRASHED -> List.of(UNKNOWN, "panicked");
        };
    }
}
