package io.vmsh.probe;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Who refuses a connection: the host itself, by TCP, or a firewall, which mostly says so by ICMP. The kernel counts what
 * comes by ICMP, but for the whole machine: what is told of another connection counts just the same. So a firewall is
 * only spoken of when several tries in a row are counted, each; and one process looks at one connection at a time.
 */
final class Refusal {
    /**
     * Before the second and before the third try, milliseconds: lets pass what comes by ICMP in one swoop, for others. No
     * more tries than that: Linux tells six such things at once, and then one a second.
     */
    private static final List<Long> PAUSES = List.of(50L, 50L);

    private static final Object ONE_AT_A_TIME = new Object();

    private final Supplier<OptionalLong> counter;
    private final List<Long> pauses;

    /**
     * A look at refusals.
     *
     * @param counter how often ICMP said so far that something cannot be reached; empty where nobody counts
     */
    Refusal(Supplier<OptionalLong> counter) {
        this(counter, PAUSES);
    }

    /** One that waits for other times between its tries, which are one more than these. */
    Refusal(Supplier<OptionalLong> counter, List<Long> pauses) {
        this.counter = counter;
        this.pauses = List.copyOf(pauses);
    }

    /** Tries to connect; what was refused by ICMP is {@link Knock#REJECTED}, what was refused else {@link Knock#REFUSED}. */
    Knock of(Supplier<Knock> attempt) {
        Knock knock = counted(attempt);
        for (int i = 0; i < pauses.size() && knock == Knock.REJECTED; i++) {
            pause(pauses.get(i));
            synchronized (ONE_AT_A_TIME) {
                knock = counted(attempt);
            }
        }
        return knock;
    }

    private Knock counted(Supplier<Knock> attempt) {
        OptionalLong before = counter.get();
        Knock knock = attempt.get();
        OptionalLong after = counter.get();
        boolean byIcmp = before.isPresent() && after.isPresent() && after.getAsLong() > before.getAsLong();
        return knock == Knock.REFUSED && byIcmp ? Knock.REJECTED : knock;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException signal) {
            Thread.currentThread().interrupt();
        }
    }
}
