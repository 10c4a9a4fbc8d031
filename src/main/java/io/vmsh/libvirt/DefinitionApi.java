package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;

/** libvirt/libvirt-domain.h: definitions of guests. */
interface DefinitionApi extends com.sun.jna.Library {
    DefinitionApi API = Library.load(DefinitionApi.class);

    @Nullable
    Pointer virDomainGetXMLDesc(Pointer domain, int flags);

    int virDomainIsPersistent(Pointer domain);

    @Nullable
    Pointer virDomainDefineXML(ConnectionPointer connection, String xml);

    @Nullable
    Pointer virDomainDefineXMLFlags(ConnectionPointer connection, String xml, int flags);

    @Nullable
    Pointer virDomainCreateXML(ConnectionPointer connection, String xml, int flags);

    @Nullable
    Pointer virDomainCreateXMLWithFiles(ConnectionPointer connection, String xml, int count, int[] files, int flags);

    int virDomainUndefine(Pointer domain);

    int virDomainUndefineFlags(Pointer domain, int flags);

    int virDomainGetBlockInfo(Pointer domain, String disk, long[] info, int flags);

    int virDomainListAllCheckpoints(Pointer domain, @Nullable Pointer checkpoints, int flags);

    int virDomainSnapshotNum(Pointer domain, int flags);

    @Nullable
    Pointer virDomainGetMetadata(Pointer domain, int type, @Nullable String uri, int flags);
}
