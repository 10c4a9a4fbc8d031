package io.vmsh.session;

import io.vmsh.hypervisor.HypervisorException;

/** A session that could not be opened, and why. */
public final class CannotConnectException extends RuntimeException {
    private final transient Session session;
    private final HypervisorException reason;

    CannotConnectException(Session session, HypervisorException reason) {
        super(reason.message(), reason);
        this.session = session;
        this.reason = reason;
    }

    public Session session() {
        return session;
    }

    public HypervisorException reason() {
        return reason;
    }
}
