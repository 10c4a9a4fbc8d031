package io.vmsh.hypervisor;

import org.jspecify.annotations.Nullable;

/** A handle on one virtual network. Each method is one libvirt call unless it says otherwise. */
public interface Network extends Managed {
    /** The bridge on the host that it uses; null where it uses none ({@code virNetworkGetBridgeName}). */
    @Nullable
    String bridge();

    /** Starts it ({@code virNetworkCreate}). */
    void start();
}
