package io.vmsh.libvirt;

import io.vmsh.hypervisor.Capabilities;
import io.vmsh.hypervisor.CloseReason;
import io.vmsh.hypervisor.Domains;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Migrations;
import io.vmsh.hypervisor.Networks;
import io.vmsh.hypervisor.Node;
import io.vmsh.hypervisor.Pools;
import io.vmsh.hypervisor.Secrets;
import io.vmsh.hypervisor.XmlQuery;
import java.util.function.Consumer;
import org.libvirt.jna.ConnectionPointer;

/** One libvirt connection. */
final class LibvirtHypervisor implements Hypervisor {
    private final ConnectionPointer connection;
    private final boolean remote;
    private final Watches watches;
    private final Domains domains;
    private final Pools pools;
    private boolean closed;

    /**
     * Takes over an open connection.
     *
     * @param distance when it is not here there is a line, which can break; the event loop was entered for it
     */
    LibvirtHypervisor(ConnectionPointer connection, Host.Distance distance) {
        this.connection = connection;
        this.remote = distance != Host.Distance.HERE;
        this.watches = new Watches(connection);
        this.domains = new LibvirtDomains(connection, new Host(distance));
        this.pools = new LibvirtPools(connection);
    }

    @Override
    public String uri() {
        return Library.take(Failures.check(ConnectApi.API.virConnectGetURI(connection)));
    }

    @Override
    public boolean alive() {
        return !remote || ConnectApi.API.virConnectIsAlive(connection) == 1;
    }

    @Override
    public void onLost(Consumer<CloseReason> listener) {
        if (remote) {
            watches.onClosed(listener);
        }
    }

    @Override
    public void onLifecycle(Runnable listener) {
        watches.onLifecycle(listener);
    }

    @Override
    public Domains domains() {
        return domains;
    }

    @Override
    public Secrets secrets() {
        return new LibvirtSecrets(connection);
    }

    @Override
    public Pools pools() {
        return pools;
    }

    @Override
    public Networks networks() {
        return new LibvirtNetworks(connection);
    }

    @Override
    public Node node() {
        return new LibvirtNode(connection);
    }

    @Override
    public Capabilities capabilities() {
        return new LibvirtCapabilities(connection);
    }

    @Override
    public Migrations migrations() {
        return new LibvirtMigrations();
    }

    /** libvirt's own handle, for calls that name a second connection. */
    ConnectionPointer connection() {
        return connection;
    }

    @Override
    public XmlQuery xmlQuery() {
        return new LibxmlQuery();
    }

    @Override
    public synchronized Use use() {
        if (closed) {
            throw new HypervisorException(ErrorCode.INVALID_CONN.number(), 0, "the connection is closed");
        }
        Failures.check(ConnectApi.API.virConnectRef(connection));
        return () -> ConnectApi.API.virConnectClose(connection);
    }

    @Override
    public void close() {
        if (closes()) {
            watches.end();
            ConnectApi.API.virConnectClose(connection);
            if (remote) {
                EventLoop.leave();
            }
        }
    }

    private synchronized boolean closes() {
        boolean first = !closed;
        closed = true;
        return first;
    }
}
