package io.vmsh.libvirt;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;

/** libvirt/libvirt-storage.h: pools and volumes. */
interface StorageApi extends com.sun.jna.Library {
    StorageApi API = Library.load(StorageApi.class);

    int VIR_STORAGE_XML_INACTIVE = 1;
    int VIR_STORAGE_POOL_DEFINE_VALIDATE = 1;
    int VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA = 1;
    int VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS = 2;
    int VIR_STORAGE_VOL_GET_PHYSICAL = 1;

    int virConnectListAllStoragePools(ConnectionPointer connection, PointerByReference pools, int flags);

    @Nullable
    Pointer virConnectFindStoragePoolSources(
            ConnectionPointer connection, String type, @Nullable String source, int flags);

    @Nullable
    Pointer virConnectGetStoragePoolCapabilities(ConnectionPointer connection, int flags);

    @Nullable
    Pointer virStoragePoolLookupByName(ConnectionPointer connection, String name);

    @Nullable
    Pointer virStoragePoolLookupByUUIDString(ConnectionPointer connection, String uuid);

    @Nullable
    Pointer virStoragePoolLookupByVolume(Pointer volume);

    @Nullable
    Pointer virStoragePoolDefineXML(ConnectionPointer connection, String xml, int flags);

    @Nullable
    Pointer virStoragePoolCreateXML(ConnectionPointer connection, String xml, int flags);

    @Nullable
    String virStoragePoolGetName(Pointer pool);

    int virStoragePoolGetUUIDString(Pointer pool, byte[] buffer);

    int virStoragePoolGetInfo(Pointer pool, Memory info);

    int virStoragePoolIsActive(Pointer pool);

    int virStoragePoolIsPersistent(Pointer pool);

    int virStoragePoolGetAutostart(Pointer pool, IntByReference autostart);

    int virStoragePoolSetAutostart(Pointer pool, int autostart);

    @Nullable
    Pointer virStoragePoolGetXMLDesc(Pointer pool, int flags);

    int virStoragePoolCreate(Pointer pool, int flags);

    int virStoragePoolBuild(Pointer pool, int flags);

    int virStoragePoolRefresh(Pointer pool, int flags);

    int virStoragePoolDestroy(Pointer pool);

    int virStoragePoolDelete(Pointer pool, int flags);

    int virStoragePoolUndefine(Pointer pool);

    int virStoragePoolFree(Pointer pool);

    int virStoragePoolListAllVolumes(Pointer pool, PointerByReference volumes, int flags);

    @Nullable
    Pointer virStorageVolLookupByName(Pointer pool, String name);

    @Nullable
    Pointer virStorageVolLookupByKey(ConnectionPointer connection, String key);

    @Nullable
    Pointer virStorageVolLookupByPath(ConnectionPointer connection, String path);

    @Nullable
    Pointer virStorageVolCreateXML(Pointer pool, String xml, int flags);

    @Nullable
    String virStorageVolGetName(Pointer volume);

    @Nullable
    Pointer virStorageVolGetPath(Pointer volume);

    @Nullable
    Pointer virStorageVolGetXMLDesc(Pointer volume, int flags);

    int virStorageVolGetInfo(Pointer volume, Memory info);

    int virStorageVolGetInfoFlags(Pointer volume, Memory info, int flags);

    int virStorageVolWipe(Pointer volume, int flags);

    int virStorageVolDelete(Pointer volume, int flags);

    int virStorageVolFree(Pointer volume);
}
