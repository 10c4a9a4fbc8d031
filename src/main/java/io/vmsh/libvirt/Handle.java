package io.vmsh.libvirt;

import com.sun.jna.Pointer;

/** An object of libvirt's that is to be freed once, however often it is closed. */
abstract class Handle implements AutoCloseable {
    private final Pointer pointer;
    private boolean closed;

    Handle(Pointer pointer) {
        this.pointer = pointer;
    }

    /** What libvirt's functions take. */
    final Pointer pointer() {
        return pointer;
    }

    /** Calls libvirt's function that frees an object of this kind. */
    abstract void free(Pointer object);

    @Override
    public final synchronized void close() {
        if (!closed) {
            closed = true;
            free(pointer);
        }
    }
}
