package io.vmsh.command.evacuate;

import io.vmsh.advice.ExitCode;
import io.vmsh.command.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same with several things at once: on platform threads, since libvirt's last error belongs to one. */
final class Threads {
    private Threads() {}

    /**
     * Applies a function to each; the results are in the same order.
     *
     * @throws CommandFailure with exit code 130 when interrupted
     */
    static <T, R> List<R> each(List<T> items, int atOnce, Function<T, R> function) {
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.max(1, Math.min(atOnce, items.size())),
                Thread.ofPlatform().daemon().name("evacuate-", 1).factory());
        try {
            List<Future<R>> pending = new ArrayList<>();
            for (T item : items) {
                pending.add(threads.submit(() -> function.apply(item)));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : pending) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CommandFailure.of("interrupted").exiting(ExitCode.INTERRUPTED);
        } finally {
            threads.shutdownNow();
        }
    }
}
