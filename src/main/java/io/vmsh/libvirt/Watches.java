package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import io.vmsh.hypervisor.CloseReason;
import io.vmsh.hypervisor.HypervisorException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;

/** Who is told what happens on one connection. libvirt is given one function a kind of event for the whole process. */
final class Watches {
    private static final Listeners<Watches> OPEN = new Listeners<>();

    private static final EventApi.Closed ON_CLOSED = (connection, reason, opaque) -> {
        Watches watches = OPEN.find(opaque);
        if (watches != null) {
            watches.closed(CloseReason.of(reason));
        }
    };
    private static final EventApi.Lifecycle ON_LIFECYCLE = (connection, domain, event, detail, opaque) -> {
        Watches watches = OPEN.find(opaque);
        if (watches != null) {
            watches.lifecycleListeners.forEach(Runnable::run);
        }
        return 0;
    };

    private final ConnectionPointer connection;
    private final Pointer address = OPEN.add(this);
    private final List<Runnable> lifecycleListeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Consumer<CloseReason> closeListener;
    private @Nullable Integer lifecycle;

    Watches(ConnectionPointer connection) {
        this.connection = connection;
    }

    /** Tells once when the connection ends by itself ({@code virConnectRegisterCloseCallback}). */
    synchronized void onClosed(Consumer<CloseReason> listener) {
        closeListener = listener;
        Failures.check(EventApi.API.virConnectRegisterCloseCallback(connection, ON_CLOSED, address, null));
    }

    /** Tells whenever a guest comes, goes or changes its state ({@code VIR_DOMAIN_EVENT_ID_LIFECYCLE}). */
    synchronized void onLifecycle(Runnable listener) {
        if (lifecycle == null) {
            EventLoop.enter();
            try {
                lifecycle = Failures.check(EventApi.API.virConnectDomainEventRegisterAny(
                        connection, null, EventApi.VIR_DOMAIN_EVENT_ID_LIFECYCLE, ON_LIFECYCLE, address, null));
            } catch (HypervisorException without) {
                EventLoop.leave();
                throw without;
            }
        }
        lifecycleListeners.add(listener);
    }

    /** Ends all; a connection is only let go when nothing is registered on it any more. */
    synchronized void end() {
        OPEN.remove(address);
        if (closeListener != null) {
            closeListener = null;
            EventApi.API.virConnectUnregisterCloseCallback(connection, ON_CLOSED);
        }
        if (lifecycle != null) {
            EventApi.API.virConnectDomainEventDeregisterAny(connection, lifecycle);
            EventLoop.leave();
            lifecycle = null;
        }
    }

    private void closed(CloseReason reason) {
        Consumer<CloseReason> listener = closeListener;
        if (listener != null) {
            listener.accept(reason);
        }
    }
}
