package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import io.vmsh.hypervisor.CloseReason;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;

/**
 * Who is told what happens on one connection. libvirt is given one function a kind of event for the whole process and a
 * number for each listener, so a late call never reaches memory that is gone.
 */
final class Watches {
    private static final Map<Long, Consumer<CloseReason>> CLOSED = new ConcurrentHashMap<>();
    private static final Map<Long, Runnable> CHANGED = new ConcurrentHashMap<>();
    private static final AtomicLong NEXT = new AtomicLong(1);

    private static final EventApi.Closed ON_CLOSED = (connection, reason, opaque) -> {
        Consumer<CloseReason> listener = CLOSED.remove(Pointer.nativeValue(opaque));
        if (listener != null) {
            listener.accept(CloseReason.of(reason));
        }
    };
    private static final EventApi.Lifecycle ON_LIFECYCLE = (connection, domain, event, detail, opaque) -> {
        Runnable listener = CHANGED.get(Pointer.nativeValue(opaque));
        if (listener != null) {
            listener.run();
        }
        return 0;
    };

    private final ConnectionPointer connection;
    private @Nullable Long closed;
    private @Nullable Long changed;
    private int lifecycle = -1;

    Watches(ConnectionPointer connection) {
        this.connection = connection;
    }

    /** Tells once when the connection ends by itself ({@code virConnectRegisterCloseCallback}). */
    synchronized void onClosed(Consumer<CloseReason> listener) {
        long number = NEXT.getAndIncrement();
        CLOSED.put(number, listener);
        closed = number;
        Failures.check(EventApi.API.virConnectRegisterCloseCallback(connection, ON_CLOSED, new Pointer(number), null));
    }

    /** Tells whenever a guest comes, goes or changes its state ({@code VIR_DOMAIN_EVENT_ID_LIFECYCLE}). */
    synchronized void onLifecycle(Runnable listener) {
        EventLoop.start();
        long number = NEXT.getAndIncrement();
        CHANGED.put(number, listener);
        changed = number;
        lifecycle = Failures.check(EventApi.API.virConnectDomainEventRegisterAny(
                connection, null, EventApi.VIR_DOMAIN_EVENT_ID_LIFECYCLE, ON_LIFECYCLE, new Pointer(number), null));
    }

    /** Ends all; a connection is only let go when nothing is registered on it any more. */
    synchronized void end() {
        if (closed != null) {
            CLOSED.remove(closed);
            EventApi.API.virConnectUnregisterCloseCallback(connection, ON_CLOSED);
            closed = null;
        }
        if (changed != null) {
            CHANGED.remove(changed);
            if (lifecycle >= 0) {
                EventApi.API.virConnectDomainEventDeregisterAny(connection, lifecycle);
            }
            changed = null;
        }
    }
}
