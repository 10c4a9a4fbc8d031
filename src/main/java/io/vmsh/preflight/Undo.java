package io.vmsh.preflight;

import java.util.concurrent.atomic.AtomicBoolean;

/** Undoes something, come what may: when it is closed, or when the process is told to end before that. */
final class Undo implements AutoCloseable {
    /** Longest that an ending process waits for a host that may have gone, milliseconds. */
    private static final long PATIENCE_MILLIS = 5000;

    private final Runnable action;
    private final AtomicBoolean done = new AtomicBoolean();
    private final Thread hook = Thread.ofPlatform().unstarted(this::hurry);

    /**
     * To be made before what it undoes.
     *
     * @param action must not fail, also when there is nothing to undo yet
     */
    Undo(Runnable action) {
        this.action = action;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        once();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook runs already, and finds that all is done.
        }
    }

    private void once() {
        if (!done.getAndSet(true)) {
            action.run();
        }
    }

    private void hurry() {
        Thread undoing = Thread.ofPlatform().daemon().start(this::once);
        try {
            undoing.join(PATIENCE_MILLIS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
