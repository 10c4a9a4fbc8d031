package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;

/** libvirt/libvirt-network.h. */
interface NetworkApi extends com.sun.jna.Library {
    NetworkApi API = Library.load(NetworkApi.class);

    int VIR_NETWORK_XML_INACTIVE = 1;
    int VIR_NETWORK_DEFINE_VALIDATE = 1;

    int virConnectListAllNetworks(ConnectionPointer connection, PointerByReference networks, int flags);

    @Nullable
    Pointer virNetworkLookupByName(ConnectionPointer connection, String name);

    @Nullable
    Pointer virNetworkLookupByUUIDString(ConnectionPointer connection, String uuid);

    @Nullable
    Pointer virNetworkDefineXML(ConnectionPointer connection, String xml);

    @Nullable
    Pointer virNetworkDefineXMLFlags(ConnectionPointer connection, String xml, int flags);

    @Nullable
    String virNetworkGetName(Pointer network);

    int virNetworkGetUUIDString(Pointer network, byte[] buffer);

    int virNetworkIsActive(Pointer network);

    int virNetworkIsPersistent(Pointer network);

    int virNetworkGetAutostart(Pointer network, IntByReference autostart);

    int virNetworkSetAutostart(Pointer network, int autostart);

    @Nullable
    Pointer virNetworkGetBridgeName(Pointer network);

    @Nullable
    Pointer virNetworkGetXMLDesc(Pointer network, int flags);

    int virNetworkCreate(Pointer network);

    int virNetworkDestroy(Pointer network);

    int virNetworkFree(Pointer network);
}
