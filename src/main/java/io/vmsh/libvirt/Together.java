package io.vmsh.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Makes calls that cannot be one call at the same time: libvirt sends the requests of several threads over one connection
 * without waiting for each answer. Platform threads, since libvirt keeps errors per operating-system thread.
 */
final class Together {
    private static final int MOST_THREADS = 8;

    private Together() {}

    /** Applies a call to each item; the results are in the items' order. */
    static <T, R> List<R> each(List<T> items, Function<T, R> call) {
        if (items.size() < 2) {
            return items.stream().map(call).toList();
        }
        int threads = Math.min(MOST_THREADS, items.size());
        try (ExecutorService workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().factory())) {
            List<Future<R>> pending = new ArrayList<>(items.size());
            for (T item : items) {
                pending.add(workers.submit(() -> call.apply(item)));
            }
            List<R> results = new ArrayList<>(items.size());
            for (Future<R> result : pending) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
