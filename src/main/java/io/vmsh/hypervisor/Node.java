package io.vmsh.hypervisor;

/** The host that a hypervisor runs on, and the hypervisor's versions. Each method is one libvirt call. */
public interface Node {
    /** {@code virConnectGetHostname}. */
    String hostname();

    /** What host and hypervisor can do, as XML ({@code virConnectGetCapabilities}). */
    String capabilities();

    /** {@code virNodeGetInfo}. */
    NodeInfo info();

    /** The driver's name, {@code QEMU} for one ({@code virConnectGetType}). */
    String type();

    /** Version of the driver of that name in the client library, as 9000000 for 9.0.0 ({@code virGetVersion}). */
    long driverVersion(String type);

    /** Version of the hypervisor, or 0 where it cannot be told ({@code virConnectGetVersion}). */
    long hypervisorVersion();

    /** Version of libvirt at the other end ({@code virConnectGetLibVersion}). */
    long daemonVersion();
}
