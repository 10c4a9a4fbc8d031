package io.vmsh.hypervisor;

/** Opens connections to hypervisors. */
public interface Connector {
    /**
     * Opens a connection ({@code virConnectOpenAuth}).
     *
     * @throws HypervisorException when the hypervisor cannot be reached or refuses
     */
    Hypervisor open(ConnectRequest request);

    /** Version of the client library, as {@code 9000000} for 9.0.0 ({@code virGetVersion}). */
    long libraryVersion();
}
