package io.vmsh.libvirt;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;

/** libvirt/libvirt-host.h: the host and its versions. */
interface NodeApi extends com.sun.jna.Library {
    NodeApi API = Library.load(NodeApi.class);

    @Nullable
    Pointer virConnectGetHostname(ConnectionPointer connection);

    @Nullable
    Pointer virConnectGetCapabilities(ConnectionPointer connection);

    int virNodeGetInfo(ConnectionPointer connection, Memory info);

    /** The string is libvirt's own and is not freed. */
    @Nullable
    String virConnectGetType(ConnectionPointer connection);

    int virConnectGetVersion(ConnectionPointer connection, LongByReference version);

    int virConnectGetLibVersion(ConnectionPointer connection, LongByReference version);
}
