package io.vmsh.libvirt;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;

/** libvirt/libvirt-domain.h: finding, listing and the life of guests. */
interface DomainApi extends com.sun.jna.Library {
    DomainApi API = Library.load(DomainApi.class);

    @Nullable
    Pointer virDomainLookupByID(ConnectionPointer connection, int id);

    @Nullable
    Pointer virDomainLookupByUUIDString(ConnectionPointer connection, String uuid);

    @Nullable
    Pointer virDomainLookupByName(ConnectionPointer connection, String name);

    int virConnectListAllDomains(ConnectionPointer connection, PointerByReference domains, int flags);

    int virConnectGetAllDomainStats(ConnectionPointer connection, int stats, PointerByReference records, int flags);

    int virDomainListGetStats(Pointer domains, int stats, PointerByReference records, int flags);

    void virDomainStatsRecordListFree(Pointer records);

    @Nullable
    String virDomainGetName(Pointer domain);

    int virDomainGetID(Pointer domain);

    int virDomainGetUUIDString(Pointer domain, byte[] buffer);

    int virDomainGetState(Pointer domain, int[] state, int @Nullable [] reason, int flags);

    int virDomainGetInfo(Pointer domain, Memory info);

    int virDomainFree(Pointer domain);
}
