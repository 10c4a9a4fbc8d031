package io.vmsh.hypervisor;

import java.util.function.Consumer;

/** One open connection. Safe for use by several platform threads at once. */
public interface Hypervisor extends AutoCloseable {
    /** Its canonical URI ({@code virConnectGetURI}). */
    String uri();

    /** Whether the other end still answers ({@code virConnectIsAlive}); no call to it. */
    boolean alive();

    Domains domains();

    Pools pools();

    Networks networks();

    /** Its secrets; no call. */
    Secrets secrets();

    /** Its host; no call. */
    Node node();

    /** What the host offers guests; no call. */
    Capabilities capabilities();

    /** Moves its guests elsewhere; no call. */
    Migrations migrations();

    /** Reads XML; no call. */
    XmlQuery xmlQuery();

    /**
     * Tells once when the connection is lost ({@code virConnectRegisterCloseCallback}); never after {@link #close}. The
     * listener is called on whichever thread noticed: it must return at once and call no hypervisor.
     */
    void onLost(Consumer<CloseReason> listener);

    /**
     * Tells whenever a guest is defined, removed or changes its state ({@code virConnectDomainEventRegisterAny}). The
     * listener is called on libvirt's event thread: it must return at once and call no hypervisor.
     *
     * @throws HypervisorException when the driver has no events
     */
    void onLifecycle(Runnable listener);

    /**
     * Keeps the connection in memory until the use is closed, also when the connection is closed meanwhile ({@code
     * virConnectRef}). For whoever makes calls while another thread may close it.
     *
     * @throws HypervisorException when it is closed already
     */
    Use use();

    /** See {@link Hypervisor#use}. */
    interface Use extends AutoCloseable {
        @Override
        void close();
    }

    /** Closes the connection; objects got from it must not be used afterwards. Never throws. */
    @Override
    void close();
}
