package io.vmsh.libvirt;

import static io.vmsh.libvirt.NetworkApi.API;

import com.sun.jna.Pointer;
import io.vmsh.hypervisor.Bit;
import io.vmsh.hypervisor.NameOrder;
import io.vmsh.hypervisor.Network;
import io.vmsh.hypervisor.NetworkFilter;
import io.vmsh.hypervisor.NetworkSummary;
import io.vmsh.hypervisor.Networks;
import io.vmsh.hypervisor.ObjectName;
import java.util.List;
import java.util.Set;
import org.libvirt.jna.ConnectionPointer;

/** Virtual networks by libvirt's network calls. */
final class LibvirtNetworks implements Networks {
    private final ConnectionPointer connection;

    LibvirtNetworks(ConnectionPointer connection) {
        this.connection = connection;
    }

    @Override
    public List<ObjectName> names(Set<NetworkFilter> filters) {
        try (Listing networks = listing(Bit.all(filters))) {
            return networks.objects().stream()
                    .map(network -> new ObjectName(LibvirtNetwork.nameOf(network), LibvirtNetwork.uuidOf(network)))
                    .sorted(NameOrder.by(ObjectName::name))
                    .toList();
        }
    }

    @Override
    public List<NetworkSummary> list(Set<NetworkFilter> filters) {
        List<ObjectName> networks = names(filters);
        Set<String> active = uuidsAlso(filters, NetworkFilter.ACTIVE, NetworkFilter.INACTIVE);
        Set<String> autostarted = uuidsAlso(filters, NetworkFilter.AUTOSTART, NetworkFilter.NO_AUTOSTART);
        Set<String> persistent = uuidsAlso(filters, NetworkFilter.PERSISTENT, NetworkFilter.TRANSIENT);
        return networks.stream()
                .map(network -> new NetworkSummary(
                        network.name(),
                        network.uuid(),
                        active.contains(network.uuid()),
                        autostarted.contains(network.uuid()),
                        persistent.contains(network.uuid())))
                .toList();
    }

    @Override
    public Network find(String nameOrUuid) {
        Pointer network =
                Library.mayBeUuid(nameOrUuid) ? API.virNetworkLookupByUUIDString(connection, nameOrUuid) : null;
        return new LibvirtNetwork(
                network != null ? network : Failures.check(API.virNetworkLookupByName(connection, nameOrUuid)));
    }

    @Override
    public Network define(String xml, boolean validate) {
        // The older call knows drivers that lack the one with flags.
        return new LibvirtNetwork(Failures.check(
                validate
                        ? API.virNetworkDefineXMLFlags(connection, xml, NetworkApi.VIR_NETWORK_DEFINE_VALIDATE)
                        : API.virNetworkDefineXML(connection, xml)));
    }

    private Set<String> uuidsAlso(Set<NetworkFilter> filters, NetworkFilter has, NetworkFilter lacks) {
        return Listing.uuids(this::listing, Bit.all(filters), has, lacks, LibvirtNetwork::uuidOf);
    }

    private Listing listing(int flags) {
        return Listing.of(array -> API.virConnectListAllNetworks(connection, array, flags), API::virNetworkFree);
    }
}
