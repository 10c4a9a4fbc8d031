package io.vmsh.libvirt;

import static io.vmsh.libvirt.StorageApi.API;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.vmsh.hypervisor.Volume;
import io.vmsh.hypervisor.VolumeInfo;
import io.vmsh.hypervisor.VolumeType;

/** A handle on one storage volume. */
final class LibvirtVolume extends Handle implements Volume {
    /** {@code sizeof(virStorageVolInfo)}: an int, padded, and two numbers of 64 bits. */
    private static final int INFO_SIZE = 24;

    LibvirtVolume(Pointer pointer) {
        super(pointer);
    }

    static String nameOf(Pointer volume) {
        return Failures.check(API.virStorageVolGetName(volume));
    }

    @Override
    void free(Pointer object) {
        API.virStorageVolFree(object);
    }

    @Override
    public String name() {
        return nameOf(pointer());
    }

    @Override
    public String path() {
        return Library.take(Failures.check(API.virStorageVolGetPath(pointer())));
    }

    @Override
    public VolumeInfo info() {
        try (Memory info = new Memory(INFO_SIZE)) {
            Failures.check(API.virStorageVolGetInfo(pointer(), info));
            return read(info);
        }
    }

    @Override
    public VolumeInfo physicalInfo() {
        try (Memory info = new Memory(INFO_SIZE)) {
            Failures.check(API.virStorageVolGetInfoFlags(pointer(), info, StorageApi.VIR_STORAGE_VOL_GET_PHYSICAL));
            return read(info);
        }
    }

    @Override
    public String pool() {
        try (LibvirtPool pool = new LibvirtPool(Failures.check(API.virStoragePoolLookupByVolume(pointer())))) {
            return pool.name();
        }
    }

    @Override
    public void wipe() {
        Failures.check(API.virStorageVolWipe(pointer(), 0));
    }

    @Override
    public String xml() {
        return Library.take(Failures.check(API.virStorageVolGetXMLDesc(pointer(), 0)));
    }

    @Override
    public void delete(boolean withSnapshots) {
        int flags = withSnapshots ? StorageApi.VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS : 0;
        Failures.check(API.virStorageVolDelete(pointer(), flags));
    }

    private static VolumeInfo read(Memory info) {
        return new VolumeInfo(VolumeType.of(info.getInt(0)), info.getLong(8), info.getLong(16));
    }
}
