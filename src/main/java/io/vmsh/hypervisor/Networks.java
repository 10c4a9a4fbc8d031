package io.vmsh.hypervisor;

import java.util.List;
import java.util.Set;

/** The virtual networks of a hypervisor. Listings are in {@link NameOrder}. */
public interface Networks {
    /** Names and UUIDs in one call ({@code virConnectListAllNetworks}). */
    List<ObjectName> names(Set<NetworkFilter> filters);

    /** Networks with their states in four calls, however many there are. */
    List<NetworkSummary> list(Set<NetworkFilter> filters);

    /**
     * Finds a network by UUID if it looks like one, then by name.
     *
     * @throws HypervisorException with {@link ErrorCode#NO_NETWORK} when there is none
     */
    Network find(String nameOrUuid);

    /**
     * Makes a persistent network, or changes the definition of one ({@code virNetworkDefineXMLFlags}).
     *
     * @param validate whether to hold the XML against libvirt's schema first
     */
    Network define(String xml, boolean validate);
}
