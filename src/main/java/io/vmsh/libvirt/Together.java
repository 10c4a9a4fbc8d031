package io.vmsh.libvirt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls that cannot be one call at the same time: libvirt sends the requests of several threads over one connection
 * without waiting for each answer. Platform threads, since libvirt keeps errors per operating-system thread; they stay a
 * while for the next statement.
 *
 * <p>The caller makes calls, too, and each thread wakes the next one: where an answer takes longer than waking a thread
 * all are soon at it, and where it does not the caller has made the calls before a second thread is awake.
 */
final class Together<T, R> {
    private static final Executor WORKERS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("libvirt-call-", 1).factory());

    private final int mostAtOnce;
    private final List<T> items;
    private final Function<T, R> call;
    private final List<@Nullable R> results;
    private final List<@Nullable Throwable> failures;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger threads = new AtomicInteger(1);
    private final CountDownLatch unfinished;

    private Together(int mostAtOnce, List<T> items, Function<T, R> call) {
        this.mostAtOnce = mostAtOnce;
        this.items = items;
        this.call = call;
        this.results = new ArrayList<>(Collections.nCopies(items.size(), null));
        this.failures = new ArrayList<>(Collections.nCopies(items.size(), null));
        this.unfinished = new CountDownLatch(items.size());
    }

    /**
     * Applies a call to each item; the results are in the items' order. When one fails, the others still come to their
     * end before this does, so that the caller may free what they use.
     */
    static <T, R> List<R> each(List<T> items, Function<T, R> call) {
        return each(Host.Distance.FAR.callsAtOnce(), items, call);
    }

    /** The same, with so many calls at once at most. */
    static <T, R> List<R> each(int mostAtOnce, List<T> items, Function<T, R> call) {
        return items.size() < 2 || mostAtOnce < 2
                ? items.stream().map(call).toList()
                : new Together<>(mostAtOnce, items, call).results();
    }

    private List<R> results() {
        work();
        awaitOthers();
        for (Throwable failure : failures) {
            switch (failure) {
                case null -> {}
                case RuntimeException refused -> throw refused;
                case Error error -> throw error;
                default -> throw new IllegalStateException(failure);
            }
        }
        return Collections.unmodifiableList(results);
    }

    private void work() {
        wakeAnother();
        for (int i = taken.getAndIncrement(); i < items.size(); i = taken.getAndIncrement()) {
            try {
                results.set(i, call.apply(items.get(i)));
            } catch (Throwable refused) {
                failures.set(i, refused);
            } finally {
                unfinished.countDown();
            }
        }
    }

    private void wakeAnother() {
        // One is about to be taken by the thread that is here.
        if (taken.get() + 1 < items.size() && threads.getAndIncrement() < mostAtOnce) {
            WORKERS.execute(this::work);
        }
    }

    private void awaitOthers() {
        boolean interrupted = false;
        while (true) {
            try {
                unfinished.await();
                break;
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
