package io.vmsh.command.domain;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * One call after the other to a host that may fall silent, on a thread of their own: whoever watches a migration stays
 * able to hear Ctrl-C. A platform thread, since libvirt's last error belongs to the thread.
 *
 * @param <T> what the call answers
 */
final class Aside<T> {
    private final Supplier<T> call;
    private final ExecutorService thread;
    private CompletableFuture<T> pending = new CompletableFuture<>();
    private boolean asked;
    private long since;

    Aside(String name, Supplier<T> call) {
        this.call = call;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /** Makes the call, unless one is under way already. */
    void ask() {
        if (!asked) {
            asked = true;
            since = System.nanoTime();
            pending = CompletableFuture.supplyAsync(call, thread);
        }
    }

    /** The answer, once, if there is one by now. */
    Optional<T> answer() {
        if (!asked || !pending.isDone()) {
            return Optional.empty();
        }
        asked = false;
        return Optional.of(pending.join());
    }

    /** How long the call under way has been without an answer. */
    Duration waiting() {
        return asked ? Duration.ofNanos(System.nanoTime() - since) : Duration.ZERO;
    }

    /** Makes no further call; what is returned is done when the last one has come to its end. */
    CompletableFuture<?> end() {
        thread.shutdown();
        return asked ? pending.handle((answer, failure) -> 0) : CompletableFuture.completedFuture(0);
    }
}
