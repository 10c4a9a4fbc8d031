package io.vmsh.libvirt;

import io.vmsh.hypervisor.Domains;
import io.vmsh.hypervisor.Hypervisor;
import org.libvirt.jna.ConnectionPointer;

/** One libvirt connection. */
final class LibvirtHypervisor implements Hypervisor {
    private final ConnectionPointer connection;
    private final Domains domains;
    private boolean closed;

    LibvirtHypervisor(ConnectionPointer connection) {
        this.connection = connection;
        this.domains = new LibvirtDomains(connection);
    }

    @Override
    public String uri() {
        return Library.take(Failures.check(ConnectApi.API.virConnectGetURI(connection)));
    }

    @Override
    public boolean alive() {
        return ConnectApi.API.virConnectIsAlive(connection) == 1;
    }

    @Override
    public Domains domains() {
        return domains;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            ConnectApi.API.virConnectClose(connection);
        }
    }
}
