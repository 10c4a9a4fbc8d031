package io.vmsh.session;

import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import java.util.function.Supplier;

/** A session that could not be opened; the cause says why. */
public final class CannotConnectException extends RuntimeException {
    private final transient Session session;
    private final HypervisorException reason;

    private CannotConnectException(Session session, HypervisorException reason) {
        super(reason.message(), reason);
        this.session = session;
        this.reason = reason;
    }

    static Hypervisor opening(Session session, Supplier<Hypervisor> open) {
        try {
            return open.get();
        } catch (HypervisorException reason) {
            throw new CannotConnectException(session, reason);
        }
    }

    public Session session() {
        return session;
    }

    public HypervisorException reason() {
        return reason;
    }
}
