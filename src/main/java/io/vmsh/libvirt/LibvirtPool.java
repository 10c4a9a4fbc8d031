package io.vmsh.libvirt;

import static io.vmsh.libvirt.StorageApi.API;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import io.vmsh.hypervisor.Bit;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.PoolBuildFlag;
import io.vmsh.hypervisor.PoolCreateFlag;
import io.vmsh.hypervisor.PoolInfo;
import io.vmsh.hypervisor.PoolState;
import io.vmsh.hypervisor.Volume;
import io.vmsh.hypervisor.VolumeDetails;
import io.vmsh.hypervisor.VolumeSummary;
import java.util.List;
import java.util.Set;

/** A handle on one storage pool. */
final class LibvirtPool extends Handle implements Pool {
    /** {@code sizeof(virStoragePoolInfo)}: an int, padded, and three numbers of 64 bits. */
    private static final int INFO_SIZE = 32;

    LibvirtPool(Pointer pointer) {
        super(pointer);
    }

    static String nameOf(Pointer pool) {
        return Failures.check(API.virStoragePoolGetName(pool));
    }

    static String uuidOf(Pointer pool) {
        return Library.uuid(buffer -> API.virStoragePoolGetUUIDString(pool, buffer));
    }

    static PoolInfo infoOf(Pointer pool) {
        try (Memory info = new Memory(INFO_SIZE)) {
            Failures.check(API.virStoragePoolGetInfo(pool, info));
            return new PoolInfo(PoolState.of(info.getInt(0)), info.getLong(8), info.getLong(16), info.getLong(24));
        }
    }

    @Override
    void free(Pointer object) {
        API.virStoragePoolFree(object);
    }

    @Override
    public String name() {
        return nameOf(pointer());
    }

    @Override
    public String uuid() {
        return uuidOf(pointer());
    }

    @Override
    public PoolInfo info() {
        return infoOf(pointer());
    }

    @Override
    public boolean active() {
        return Failures.check(API.virStoragePoolIsActive(pointer())) == 1;
    }

    @Override
    public boolean persistent() {
        return Failures.check(API.virStoragePoolIsPersistent(pointer())) == 1;
    }

    @Override
    public boolean autostart() {
        IntByReference autostart = new IntByReference();
        Failures.check(API.virStoragePoolGetAutostart(pointer(), autostart));
        return autostart.getValue() != 0;
    }

    @Override
    public void setAutostart(boolean autostart) {
        Failures.check(API.virStoragePoolSetAutostart(pointer(), autostart ? 1 : 0));
    }

    @Override
    public String xml(boolean inactive) {
        int flags = inactive ? StorageApi.VIR_STORAGE_XML_INACTIVE : 0;
        return Library.take(Failures.check(API.virStoragePoolGetXMLDesc(pointer(), flags)));
    }

    @Override
    public void start(Set<PoolCreateFlag> flags) {
        Failures.check(API.virStoragePoolCreate(pointer(), Bit.all(flags)));
    }

    @Override
    public void build(Set<PoolBuildFlag> flags) {
        Failures.check(API.virStoragePoolBuild(pointer(), Bit.all(flags)));
    }

    @Override
    public void refresh() {
        Failures.check(API.virStoragePoolRefresh(pointer(), 0));
    }

    @Override
    public void stop() {
        Failures.check(API.virStoragePoolDestroy(pointer()));
    }

    @Override
    public void delete() {
        Failures.check(API.virStoragePoolDelete(pointer(), 0));
    }

    @Override
    public void undefine() {
        Failures.check(API.virStoragePoolUndefine(pointer()));
    }

    @Override
    public List<String> volumeNames() {
        return VolumeListings.names(pointer());
    }

    @Override
    public List<VolumeSummary> volumes() {
        return VolumeListings.summaries(pointer());
    }

    @Override
    public List<VolumeDetails> volumeDetails() {
        return VolumeListings.details(pointer());
    }

    @Override
    public Volume findVolume(String name) {
        return new LibvirtVolume(Failures.check(API.virStorageVolLookupByName(pointer(), name)));
    }

    @Override
    public Volume createVolume(String xml, boolean preallocateMetadata) {
        int flags = preallocateMetadata ? StorageApi.VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA : 0;
        return new LibvirtVolume(Failures.check(API.virStorageVolCreateXML(pointer(), xml, flags)));
    }
}
