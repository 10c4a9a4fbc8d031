package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;

/** The part of libvirt/libvirt-host.h and libvirt/virterror.h that every connection needs. */
interface ConnectApi extends com.sun.jna.Library {
    ConnectApi API = Library.load(ConnectApi.class);

    int VIR_CONNECT_RO = 1;

    int virInitialize();

    void virSetErrorFunc(@Nullable Pointer userData, Pointer handler);

    int virGetVersion(LongByReference libVersion, @Nullable String type, @Nullable LongByReference typeVersion);

    @Nullable
    ConnectionPointer virConnectOpenAuth(@Nullable String name, @Nullable Pointer auth, int flags);

    int virConnectRef(ConnectionPointer connection);

    int virConnectClose(ConnectionPointer connection);

    int virConnectIsAlive(ConnectionPointer connection);

    int virConnectSetKeepAlive(ConnectionPointer connection, int interval, int count);

    @Nullable
    Pointer virConnectGetURI(ConnectionPointer connection);
}
