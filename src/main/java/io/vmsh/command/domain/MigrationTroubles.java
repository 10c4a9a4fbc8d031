package io.vmsh.command.domain;

import io.vmsh.hypervisor.MigrationProgress;
import io.vmsh.hypervisor.MigrationProgress.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a person should know about a migration that goes on without getting anywhere: libvirt says nothing of a network
 * that has fallen silent, nor of a guest that writes faster than it is sent. Each is told once, until it is over.
 */
final class MigrationTroubles {
    /** QEMU tells new numbers several times a second; only a busy switch-over takes this long without any. */
    private static final Duration STILL = Duration.ofSeconds(8);

    private static final Duration NOT_CONVERGING = Duration.ofSeconds(3);
    /** A guest that is slowed down by hosts on its own is given the time for that. */
    private static final long FULLY_SLOWED = 90;

    private final MigrationParty party;
    private final String wayOut;
    private final Function<MigrationProgress, List<String>> convergenceHelp;
    private final LongSupplier clock;
    private @Nullable MigrationProgress last;
    private long movedAt;
    private long convergedAt;
    private boolean toldStill;
    private boolean toldSilent;
    private boolean toldConvergence;

    /**
     * Nothing is wrong yet.
     *
     * @param wayOut how to put an end to it
     * @param convergenceHelp what to say of a guest that writes faster than it is sent; nothing if that is taken care of
     */
    MigrationTroubles(MigrationParty party, String wayOut, Function<MigrationProgress, List<String>> convergenceHelp) {
        this(party, wayOut, convergenceHelp, System::nanoTime);
    }

    /** The same by another clock, in nanoseconds. */
    MigrationTroubles(
            MigrationParty party,
            String wayOut,
            Function<MigrationProgress, List<String>> convergenceHelp,
            LongSupplier clock) {
        this.party = party;
        this.wayOut = wayOut;
        this.convergenceHelp = convergenceHelp;
        this.clock = clock;
        movedAt = clock.getAsLong();
        convergedAt = movedAt;
    }

    /** Forgets how long nothing has happened: nobody was looking. */
    void lookAway() {
        movedAt = clock.getAsLong();
        convergedAt = movedAt;
    }

    /** What is to be said after one more sample. */
    List<String> after(MigrationProgress progress) {
        long now = clock.getAsLong();
        List<String> lines = new ArrayList<>();
        MigrationProgress before = last;
        last = progress;
        toldSilent = false;
        if (before == null || progress.movedSince(before)) {
            movedAt = now;
            if (toldStill && before != null) {
                toldStill = false;
                lines.add("%s moves on".formatted(party.guest()));
            }
        } else if (!toldStill && since(movedAt, now).compareTo(STILL) >= 0) {
            toldStill = true;
            lines.addAll(still(progress));
        }
        if (!isStuckInMemory(progress)) {
            convergedAt = now;
        } else if (!toldConvergence && since(convergedAt, now).compareTo(NOT_CONVERGING) >= 0) {
            toldConvergence = true;
            lines.addAll(convergenceHelp.apply(progress));
        }
        return lines;
    }

    /**
     * What is to be said while the source host owes an answer about this guest. While it connects to the other host, libvirt
     * answers nothing, and takes no wish to stop either.
     */
    List<String> silent(Duration silence) {
        if (toldSilent || silence.compareTo(STILL) < 0) {
            return List.of();
        }
        toldSilent = true;
        String who = "%s has told nothing of %s for %d s".formatted(party.source(), party.guest(), silence.toSeconds());
        return last == null || last.phase() == Phase.PREPARING
                ? List.of(who
                        + ": it may be trying to reach %s, whose ports for migration may be blocked. That takes two minutes or so, and nothing has been sent yet."
                                .formatted(party.target()))
                : List.of(who + ", and what becomes of it is not known here.");
    }

    private static boolean isStuckInMemory(MigrationProgress progress) {
        return progress.phase() == Phase.MEMORY
                && progress.sample().iteration() > 1
                && !progress.converging()
                && (progress.sample().number("auto_converge_throttle").isEmpty()
                        || progress.sample().number("auto_converge_throttle").getAsLong() >= FULLY_SLOWED);
    }

    private List<String> still(MigrationProgress progress) {
        boolean there = progress.phase() == Phase.POST_COPY;
        List<String> lines = new ArrayList<>();
        lines.add(
                progress.phase() == Phase.PREPARING
                        ? "nothing of %s has been sent for %d s: %s may not reach %s, or its ports for migration"
                                .formatted(party.guest(), STILL.toSeconds(), party.source(), party.target())
                        : "nothing of %s has arrived for %d s: %s may no longer reach %s"
                                .formatted(party.guest(), STILL.toSeconds(), party.source(), party.target()));
        lines.add((there
                        ? "It runs on %s, and stands still where it needs memory that has not come."
                                .formatted(party.target())
                        : "It runs on %s as before.".formatted(party.source()))
                + " This lasts until the way is free, or for minutes, until the hosts give up.");
        if (!there) {
            lines.add(wayOut);
        }
        return lines;
    }

    private static Duration since(long then, long now) {
        return Duration.ofNanos(now - then);
    }
}
