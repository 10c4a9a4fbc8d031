package io.vmsh.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.PoolEvent;
import io.vmsh.hypervisor.PoolEventKind;
import io.vmsh.hypervisor.Subscription;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;

/** Events of storage pools. libvirt is given one function a kind of event for the whole process. */
final class PoolEvents {
    private static final Listeners<Consumer<PoolEvent>> LISTENERS = new Listeners<>();

    private static final EventApi.PoolLifecycle ON_LIFECYCLE = (connection, pool, event, detail, opaque) ->
            tell(opaque, pool, PoolEventKind.LIFECYCLE, PoolEvent.Change.of(event));
    private static final EventApi.PoolRefresh ON_REFRESH =
            (connection, pool, opaque) -> tell(opaque, pool, PoolEventKind.REFRESH, null);

    private PoolEvents() {}

    /**
     * Listens until the subscription is closed.
     *
     * @param pool the one pool to listen to; null for all
     */
    static Subscription subscribe(
            ConnectionPointer connection, PoolEventKind kind, @Nullable Pointer pool, Consumer<PoolEvent> listener) {
        EventLoop.enter();
        Pointer address = LISTENERS.add(listener);
        int number = EventApi.API.virConnectStoragePoolEventRegisterAny(
                connection, pool, kind.number(), callback(kind), address, null);
        if (number < 0) {
            HypervisorException without = Failures.last();
            LISTENERS.remove(address);
            EventLoop.leave();
            throw without;
        }
        return () -> {
            LISTENERS.remove(address);
            EventApi.API.virConnectStoragePoolEventDeregisterAny(connection, number);
            EventLoop.leave();
        };
    }

    private static Callback callback(PoolEventKind kind) {
        return switch (kind) {
            case LIFECYCLE -> ON_LIFECYCLE;
            case REFRESH -> ON_REFRESH;
        };
    }

    private static void tell(Pointer opaque, Pointer pool, PoolEventKind kind, PoolEvent.@Nullable Change change) {
        Consumer<PoolEvent> listener = LISTENERS.find(opaque);
        if (listener != null) {
            listener.accept(new PoolEvent(LibvirtPool.nameOf(pool), kind, change));
        }
    }
}
