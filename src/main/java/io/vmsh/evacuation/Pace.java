package io.vmsh.evacuation;

import java.util.OptionalLong;

/** How many guests move at once when nobody says. */
public final class Pace {
    /** Where nothing is known of the link. */
    private static final int USUAL = 2;

    /** What one migration of today's QEMU can fill by itself, roughly, Mbit/s. */
    private static final long ONE_MIGRATION = 5_000;

    private static final int MOST = 8;

    private Pace() {}

    /**
     * One move on a link that it fills alone, since two would only make each longer, and what the guests write meanwhile
     * has to be sent again; more where there is more to fill.
     *
     * @param megabitsPerSecond of the source's link; empty when unknown
     * @param targets number of them, each of which takes {@link Dispatcher#MOST_PER_TARGET} at once
     */
    public static int jobs(OptionalLong megabitsPerSecond, int targets) {
        int most = Math.max(1, targets * Dispatcher.MOST_PER_TARGET);
        int wanted = megabitsPerSecond.isEmpty()
                ? USUAL
                : Math.clamp(megabitsPerSecond.getAsLong() / ONE_MIGRATION, 1, MOST);
        return Math.min(wanted, most);
    }
}
