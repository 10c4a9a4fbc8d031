package io.vmsh.hypervisor;

/**
 * A handle on an object that is defined, started with its host and stopped: a storage pool ({@code virStoragePool…}) or a
 * network ({@code virNetwork…}). Each method is one libvirt call unless it says otherwise.
 */
public interface Managed extends AutoCloseable {
    /** Its name; no call. */
    String name();

    /** Its UUID in canonical form; no call. */
    String uuid();

    /** {@code …IsActive}. */
    boolean active();

    /** {@code …IsPersistent}. */
    boolean persistent();

    /** {@code …GetAutostart}. */
    boolean autostart();

    /** {@code …SetAutostart}. */
    void setAutostart(boolean autostart);

    /**
     * Its description ({@code …GetXMLDesc}).
     *
     * @param inactive whether to show the definition it will have when started next
     */
    String xml(boolean inactive);

    /** Stops it; its definition and its data stay ({@code …Destroy}). */
    void stop();

    /** Frees the handle. Never throws. */
    @Override
    void close();
}
