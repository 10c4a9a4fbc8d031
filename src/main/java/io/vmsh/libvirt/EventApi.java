package io.vmsh.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;

/** libvirt/libvirt-event.h, and what connections tell by themselves. */
interface EventApi extends com.sun.jna.Library {
    EventApi API = Library.load(EventApi.class);

    int VIR_DOMAIN_EVENT_ID_LIFECYCLE = 0;

    int virEventRegisterDefaultImpl();

    int virEventRunDefaultImpl();

    int virEventAddTimeout(int millis, Timeout callback, @Nullable Pointer opaque, @Nullable Pointer free);

    void virEventUpdateTimeout(int timer, int millis);

    int virConnectRegisterCloseCallback(
            ConnectionPointer connection, Closed callback, Pointer opaque, @Nullable Pointer free);

    int virConnectUnregisterCloseCallback(ConnectionPointer connection, Closed callback);

    int virConnectDomainEventRegisterAny(
            ConnectionPointer connection,
            @Nullable Pointer domain,
            int event,
            Callback callback,
            Pointer opaque,
            @Nullable Pointer free);

    int virConnectDomainEventDeregisterAny(ConnectionPointer connection, int callback);

    int virConnectStoragePoolEventRegisterAny(
            ConnectionPointer connection,
            @Nullable Pointer pool,
            int event,
            Callback callback,
            Pointer opaque,
            @Nullable Pointer free);

    int virConnectStoragePoolEventDeregisterAny(ConnectionPointer connection, int callback);

    /** {@code virEventTimeoutCallback}. */
    interface Timeout extends Callback {
        void expired(int timer, @Nullable Pointer opaque);
    }

    /** {@code virConnectCloseFunc}. */
    interface Closed extends Callback {
        void closed(Pointer connection, int reason, Pointer opaque);
    }

    /** {@code virConnectDomainEventCallback}. */
    interface Lifecycle extends Callback {
        int happened(Pointer connection, Pointer domain, int event, int detail, Pointer opaque);
    }

    /** {@code virConnectStoragePoolEventLifecycleCallback}. */
    interface PoolLifecycle extends Callback {
        void happened(Pointer connection, Pointer pool, int event, int detail, Pointer opaque);
    }

    /** {@code virConnectStoragePoolEventGenericCallback}. */
    interface PoolRefresh extends Callback {
        void happened(Pointer connection, Pointer pool, Pointer opaque);
    }
}
