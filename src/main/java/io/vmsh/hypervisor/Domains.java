package io.vmsh.hypervisor;

import java.util.List;
import java.util.Set;

/** The guests of a hypervisor. */
public interface Domains {
    /**
     * Guests with their states in one call where the driver has bulk statistics ({@code virConnectGetAllDomainStats}),
     * else one call and one a guest. Active ones first by id, then inactive ones by name.
     */
    List<DomainSummary> list(Set<DomainFilter> filters);

    /**
     * Finds a guest as virsh does: by id if it is a number, by UUID if it looks like one, then by name.
     *
     * @throws HypervisorException with {@link ErrorCode#NO_DOMAIN} when there is none
     */
    Domain find(String nameIdOrUuid);
}
