package io.vmsh.hypervisor;

/** A connection was given up because keepalive was asked for and its driver cannot do it. */
public final class KeepAliveException extends HypervisorException {
    /** The same error, with this meaning. */
    public KeepAliveException(HypervisorException reason) {
        super(reason.number(), reason.domain(), reason.message());
    }
}
