package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/** libvirt/libvirt-domain-snapshot.h. */
interface SnapshotApi extends com.sun.jna.Library {
    SnapshotApi API = Library.load(SnapshotApi.class);

    int virDomainListAllSnapshots(Pointer domain, PointerByReference snapshots, int flags);

    int virDomainSnapshotListAllChildren(Pointer snapshot, PointerByReference snapshots, int flags);

    @Nullable
    Pointer virDomainSnapshotLookupByName(Pointer domain, String name, int flags);

    @Nullable
    Pointer virDomainSnapshotCurrent(Pointer domain, int flags);

    @Nullable
    Pointer virDomainSnapshotCreateXML(Pointer domain, String xml, int flags);

    @Nullable
    Pointer virDomainSnapshotGetParent(Pointer snapshot, int flags);

    @Nullable
    Pointer virDomainSnapshotGetXMLDesc(Pointer snapshot, int flags);

    @Nullable
    String virDomainSnapshotGetName(Pointer snapshot);

    int virDomainSnapshotDelete(Pointer snapshot, int flags);

    int virDomainSnapshotFree(Pointer snapshot);
}
