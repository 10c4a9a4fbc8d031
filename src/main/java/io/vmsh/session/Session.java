package io.vmsh.session;

import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.hypervisor.Connector;
import io.vmsh.hypervisor.Hypervisor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A named connection to one hypervisor, opened on first use and reopened when it was lost. */
public final class Session {
    private final String name;
    private final ConnectRequest request;
    private final Set<String> tags;
    private final Connector connector;
    private @Nullable Hypervisor hypervisor;
    private boolean reopened;

    public Session(String name, ConnectRequest request, Set<String> tags, Connector connector) {
        this.name = name;
        this.request = request;
        this.tags = Set.copyOf(tags);
        this.connector = connector;
    }

    /** How far a session is. */
    public enum State {
        /** Not opened yet, or closed. */
        CLOSED,
        OPEN,
        /** Was open; the other end is gone. It is opened anew on next use. */
        LOST
    }

    public String name() {
        return name;
    }

    public ConnectRequest request() {
        return request;
    }

    public boolean readOnly() {
        return request.readOnly();
    }

    public Set<String> tags() {
        return tags;
    }

    /** Asks libvirt's own record, never the network. */
    public synchronized State state() {
        if (hypervisor == null) {
            return State.CLOSED;
        }
        return hypervisor.alive() ? State.OPEN : State.LOST;
    }

    /**
     * The open connection; opens or reopens it.
     *
     * @throws CannotConnectException when that fails
     */
    public synchronized Hypervisor hypervisor() {
        if (hypervisor != null && !hypervisor.alive()) {
            close();
            reopened = true;
        }
        if (hypervisor == null) {
            hypervisor = CannotConnectException.opening(this, () -> connector.open(request));
        }
        return hypervisor;
    }

    /** Whether the connection was lost and made anew since this was last asked. */
    public synchronized boolean takeReopened() {
        boolean was = reopened && hypervisor != null;
        reopened = reopened && !was;
        return was;
    }

    /** Closes the connection; the session stays and may be used again. */
    public synchronized void close() {
        if (hypervisor != null) {
            hypervisor.close();
            hypervisor = null;
        }
    }
}
