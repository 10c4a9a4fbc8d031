package io.vmsh.hypervisor;

/** One open connection. Safe for use by several platform threads at once. */
public interface Hypervisor extends AutoCloseable {
    /** Its canonical URI ({@code virConnectGetURI}). */
    String uri();

    /** Whether the other end still answers ({@code virConnectIsAlive}); no call to it. */
    boolean alive();

    Domains domains();

    /** Closes the connection; objects got from it must not be used afterwards. Never throws. */
    @Override
    void close();
}
