package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that stand for listeners where libvirt takes an address: a call that comes late finds nothing, never memory that
 * is gone.
 */
final class Listeners<L> {
    private final Map<Long, L> byNumber = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong(1);

    /** The address to hand to libvirt. */
    Pointer add(L listener) {
        long number = next.getAndIncrement();
        byNumber.put(number, listener);
        return new Pointer(number);
    }

    /** The listener that libvirt hands an address back for, unless it was removed. */
    @Nullable
    L find(Pointer address) {
        return byNumber.get(Pointer.nativeValue(address));
    }

    void remove(Pointer address) {
        byNumber.remove(Pointer.nativeValue(address));
    }
}
