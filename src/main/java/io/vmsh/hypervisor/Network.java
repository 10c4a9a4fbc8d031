package io.vmsh.hypervisor;

import org.jspecify.annotations.Nullable;

/** A handle on one virtual network. Each method is one libvirt call unless it says otherwise. */
public interface Network extends AutoCloseable {
    /** Its name; no call. */
    String name();

    /** Its UUID in canonical form; no call. */
    String uuid();

    /** {@code virNetworkIsActive}. */
    boolean active();

    /** {@code virNetworkIsPersistent}. */
    boolean persistent();

    /** {@code virNetworkGetAutostart}. */
    boolean autostart();

    /** {@code virNetworkSetAutostart}. */
    void setAutostart(boolean autostart);

    /** The bridge on the host that it uses; null where it uses none ({@code virNetworkGetBridgeName}). */
    @Nullable
    String bridge();

    /**
     * Its description ({@code virNetworkGetXMLDesc}).
     *
     * @param inactive whether to show the definition it will have when started next
     */
    String xml(boolean inactive);

    /** Starts it ({@code virNetworkCreate}). */
    void start();

    /** Stops it ({@code virNetworkDestroy}). */
    void stop();

    /** Frees the handle. Never throws. */
    @Override
    void close();
}
