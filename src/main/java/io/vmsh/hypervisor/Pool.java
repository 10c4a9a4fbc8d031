package io.vmsh.hypervisor;

import java.util.List;
import java.util.Set;

/** A handle on one storage pool. Each method is one libvirt call unless it says otherwise. */
public interface Pool extends Managed {
    /** {@code virStoragePoolGetInfo}. */
    PoolInfo info();

    /** Starts it ({@code virStoragePoolCreate}). */
    void start(Set<PoolCreateFlag> flags);

    /** Makes what it stands on: folder, filesystem, partition table ({@code virStoragePoolBuild}). */
    void build(Set<PoolBuildFlag> flags);

    /** Looks for volumes anew ({@code virStoragePoolRefresh}). */
    void refresh();

    /** Deletes what it stands on ({@code virStoragePoolDelete}). */
    void delete();

    /** Forgets its definition ({@code virStoragePoolUndefine}). */
    void undefine();

    /** The names of its volumes, in {@link NameOrder} ({@code virStoragePoolListAllVolumes}). */
    List<String> volumeNames();

    /** Its volumes with their paths, in {@link NameOrder}: one call, and one a volume. */
    List<VolumeSummary> volumes();

    /** Its volumes with types and sizes, in {@link NameOrder}: one call, and one a volume. */
    List<VolumeDetails> volumeDetails();

    /** {@code virStorageVolLookupByName}. */
    Volume findVolume(String name);

    /**
     * {@code virStorageVolCreateXML}.
     *
     * @param preallocateMetadata whether the format's tables are written in full at once
     */
    Volume createVolume(String xml, boolean preallocateMetadata);
}
