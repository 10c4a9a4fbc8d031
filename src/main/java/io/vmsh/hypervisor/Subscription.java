package io.vmsh.hypervisor;

/** Events that are listened to. */
public interface Subscription extends AutoCloseable {
    /** Ends it; the listener is not called any more. Never throws. */
    @Override
    void close();
}
