package io.vmsh.evacuation;

import io.vmsh.hypervisor.DomainState;

/**
 * A guest that is to leave its host.
 *
 * @param persistent whether its definition is kept; one that is transient stays transient
 * @param autostart whether it starts with its host
 * @param memory most that it may have, bytes; 0 where libvirt does not get hold of it
 * @param processors that it may have; 0 likewise
 */
public record Evacuee(
        String name,
        String uuid,
        DomainState state,
        boolean persistent,
        boolean autostart,
        long memory,
        int processors) {

    /** Whether there is more to move than a definition. */
    public boolean active() {
        return state != DomainState.SHUT_OFF;
    }
}
