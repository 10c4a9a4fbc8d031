package io.vmsh.session;

import io.vmsh.session.Inventory.Item;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One kept list of names and the asking for it, which goes on in the background when the caller has no more time. */
final class Listing {
    private final String name;
    private final Supplier<Answer> question;
    private List<Item> items = List.of();
    private long freshUntil;
    private boolean asked;
    private @Nullable CountDownLatch underway;

    Listing(String name, Supplier<Answer> question) {
        this.name = name;
        this.question = question;
    }

    /** Names, and how long they are good. */
    record Answer(List<Item> items, Duration fresh) {}

    /** A fresh list if that can be had in this time, else the last one. */
    List<Item> within(Duration patience) {
        CountDownLatch answered = null;
        synchronized (this) {
            if (!asked || System.nanoTime() - freshUntil > 0) {
                if (underway == null) {
                    CountDownLatch latch = new CountDownLatch(1);
                    underway = latch;
                    // libvirt's last error belongs to an operating-system thread, so never a virtual one.
                    Thread.ofPlatform().daemon().name("names of " + name).start(() -> ask(latch));
                }
                answered = underway;
            }
        }
        try {
            if (answered != null && !answered.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return last();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return last();
    }

    /** The list is no longer true. */
    synchronized void outdated() {
        asked = false;
    }

    private void ask(CountDownLatch latch) {
        Answer answer = null;
        synchronized (this) {
            asked = true;
            freshUntil = System.nanoTime();
        }
        try {
            answer = question.get();
        } catch (RuntimeException unknown) {
            // Completion without names is better than an error in the middle of a line.
        } finally {
            synchronized (this) {
                items = answer == null ? List.of() : answer.items();
                freshUntil = System.nanoTime() + (answer == null ? CachedInventory.FRESH : answer.fresh()).toNanos();
                underway = null;
            }
            latch.countDown();
        }
    }

    private synchronized List<Item> last() {
        return items;
    }
}
