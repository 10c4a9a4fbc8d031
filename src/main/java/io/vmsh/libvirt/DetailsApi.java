package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/** libvirt/libvirt-domain.h, libvirt-host.h: what is told of one guest. */
interface DetailsApi extends com.sun.jna.Library {
    DetailsApi API = Library.load(DetailsApi.class);

    @Nullable
    Pointer virDomainGetConnect(Pointer domain);

    @Nullable
    Pointer virDomainGetOSType(Pointer domain);

    int virNodeGetSecurityModel(Pointer connection, byte[] model);

    int virDomainGetSecurityLabel(Pointer domain, byte[] label);

    int virDomainGetMessages(Pointer domain, PointerByReference messages, int flags);
}
