package io.vmsh.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Makes calls that cannot be one call at the same time: libvirt sends the requests of several threads over one connection
 * without waiting for each answer. Platform threads, since libvirt keeps errors per operating-system thread; they stay a
 * while for the next statement, for making them takes longer than a call to a daemon nearby.
 */
final class Together {
    private static final int MOST_AT_ONCE = 8;

    private static final Executor WORKERS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("libvirt-call-", 1).factory());

    private Together() {}

    /**
     * Applies a call to each item; the results are in the items' order. When one fails, the others still come to their
     * end before this does, so that the caller may free what they use.
     */
    static <T, R> List<R> each(List<T> items, Function<T, R> call) {
        if (items.size() < 2) {
            return items.stream().map(call).toList();
        }
        Semaphore free = new Semaphore(MOST_AT_ONCE);
        List<CompletableFuture<R>> pending = new ArrayList<>(items.size());
        for (T item : items) {
            free.acquireUninterruptibly();
            pending.add(CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return call.apply(item);
                        } finally {
                            free.release();
                        }
                    },
                    WORKERS));
        }
        free.acquireUninterruptibly(MOST_AT_ONCE);
        try {
            return pending.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
