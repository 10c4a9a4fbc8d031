package io.vmsh.probe;

import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Who refuses a connection: the host itself, by TCP, or a firewall, which mostly says so by ICMP. The kernel counts what
 * comes by ICMP, but for the whole machine: what is told of another connection counts just the same. So a firewall is
 * only spoken of when several tries in a row are counted, each; and one process looks at one connection at a time.
 */
final class Refusal {
    /** Tries in a row, the first included. */
    private static final int TRIES = 3;

    /** Lets pass what comes by ICMP in one swoop, for others. */
    private static final long PAUSE_MILLIS = 50;

    private static final Object ONE_AT_A_TIME = new Object();

    private final Supplier<OptionalLong> counter;

    /**
     * A look at refusals.
     *
     * @param counter how often ICMP said so far that something cannot be reached; empty where nobody counts
     */
    Refusal(Supplier<OptionalLong> counter) {
        this.counter = counter;
    }

    /** Tries to connect; what was refused by ICMP is {@link Knock#REJECTED}, what was refused else {@link Knock#REFUSED}. */
    Knock of(Supplier<Knock> attempt) {
        Knock first = counted(attempt);
        if (first != Knock.REJECTED) {
            return first;
        }
        synchronized (ONE_AT_A_TIME) {
            for (int tries = 1; tries < TRIES; tries++) {
                pause();
                Knock next = counted(attempt);
                if (next != Knock.REJECTED) {
                    return next;
                }
            }
        }
        return Knock.REJECTED;
    }

    private Knock counted(Supplier<Knock> attempt) {
        OptionalLong before = counter.get();
        Knock knock = attempt.get();
        OptionalLong after = counter.get();
        boolean byIcmp = before.isPresent() && after.isPresent() && after.getAsLong() > before.getAsLong();
        return knock == Knock.REFUSED && byIcmp ? Knock.REJECTED : knock;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException signal) {
            Thread.currentThread().interrupt();
        }
    }
}
