package io.vmsh.hypervisor;

import java.util.List;
import java.util.Set;

/** A handle on one storage pool. Each method is one libvirt call unless it says otherwise. */
public interface Pool extends AutoCloseable {
    /** Its name; no call. */
    String name();

    /** Its UUID in canonical form; no call. */
    String uuid();

    /** {@code virStoragePoolGetInfo}. */
    PoolInfo info();

    /** {@code virStoragePoolIsActive}. */
    boolean active();

    /** {@code virStoragePoolIsPersistent}. */
    boolean persistent();

    /** {@code virStoragePoolGetAutostart}. */
    boolean autostart();

    /** {@code virStoragePoolSetAutostart}. */
    void setAutostart(boolean autostart);

    /**
     * Its description ({@code virStoragePoolGetXMLDesc}).
     *
     * @param inactive whether to show the definition it will have when started next
     */
    String xml(boolean inactive);

    /** Starts it ({@code virStoragePoolCreate}). */
    void start(Set<PoolCreateFlag> flags);

    /** Makes what it stands on: folder, filesystem, partition table ({@code virStoragePoolBuild}). */
    void build(Set<PoolBuildFlag> flags);

    /** Looks for volumes anew ({@code virStoragePoolRefresh}). */
    void refresh();

    /** Stops it; its data stays ({@code virStoragePoolDestroy}). */
    void stop();

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

    /** Frees the handle. Never throws. */
    @Override
    void close();
}
