package io.vmsh.hypervisor;

/** A handle on one storage volume. Each method is one libvirt call unless it says otherwise. */
public interface Volume extends AutoCloseable {
    /** Its name within its pool; no call. */
    String name();

    /** {@code virStorageVolGetPath}. */
    String path();

    /** {@code virStorageVolGetInfo}. */
    VolumeInfo info();

    /** The same with the size that the volume really takes in place of the allocation ({@code virStorageVolGetInfoFlags}). */
    VolumeInfo physicalInfo();

    /** The name of its pool ({@code virStoragePoolLookupByVolume}). */
    String pool();

    /** Overwrites its data ({@code virStorageVolWipe}). */
    void wipe();

    /** Its description, looked at anew ({@code virStorageVolGetXMLDesc}). */
    String xml();

    /** {@code virStorageVolDelete}. */
    void delete(boolean withSnapshots);

    /** Frees the handle. Never throws. */
    @Override
    void close();
}
