package io.vmsh.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a journal tells of a run.
 *
 * @param id its name, which sorts by time
 * @param version of the vmsh that began it
 * @param entries the steps that were begun, in that order; one that was done again counts once, as it was done last
 * @param notes what was written down to be remembered, by name
 * @param ending null for a run that is under way or was cut off
 * @param running whether some process is at it now
 */
public record PastRun(
        String id,
        JournalHead head,
        Instant started,
        String version,
        List<Entry> entries,
        Map<String, String> notes,
        @Nullable Ending ending,
        boolean running) {
    public PastRun {
        entries = List.copyOf(entries);
        notes = Map.copyOf(notes);
    }

    /** How a step ended. */
    public enum Outcome {
        DONE,
        FAILED,
        /** Nobody waited for its end. */
        UNKNOWN,
        /** It was found to be done, or not to be wanted any more. */
        SKIPPED
    }

    /** How a run ended that came to an end. */
    public enum Ending {
        /** All that was to be done is done. */
        FINISHED,
        /** A step failed, and the rest was not begun; it can be resumed. */
        STOPPED
    }

    /** How far a run is. */
    public enum State {
        RUNNING,
        FINISHED,
        STOPPED,
        /** The process ended in the middle. */
        CUT
    }

    /**
     * A step that was begun.
     *
     * @param outcome null when it was cut in the middle, or is under way
     * @param took null likewise
     * @param messages what it failed with, or what is worth knowing
     */
    public record Entry(
            JournalStep step,
            Instant began,
            @Nullable Outcome outcome,
            @Nullable Duration took,
            List<String> messages) {
        public Entry {
            messages = List.copyOf(messages);
        }

        /** Whether it need not be done again. */
        public boolean finished() {
            return outcome == Outcome.DONE || outcome == Outcome.SKIPPED;
        }

        /** Whether it is known how it ended. */
        public boolean ended() {
            return outcome != null && outcome != Outcome.UNKNOWN;
        }
    }

    public State state() {
        if (running) {
            return State.RUNNING;
        }
        return switch (ending) {
            case null -> State.CUT;
            case FINISHED -> State.FINISHED;
            case STOPPED -> State.STOPPED;
        };
    }

    /** Whether there may be something left to do, and nobody at it. */
    public boolean resumable() {
        return state() == State.CUT || state() == State.STOPPED;
    }

    /** The keys of the steps that need not be done again. */
    public Set<String> finished() {
        return entries.stream()
                .filter(Entry::finished)
                .map(entry -> entry.step().key())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Steps that were begun and of which nobody knows how they ended; several where steps ran side by side. */
    public List<Entry> cut() {
        return entries.stream().filter(entry -> !entry.ended()).toList();
    }

    /** What is known of a step. */
    public Optional<Entry> entry(String key) {
        return Optional.ofNullable(byKey().get(key));
    }

    private Map<String, Entry> byKey() {
        Map<String, Entry> all = new LinkedHashMap<>();
        entries.forEach(entry -> all.put(entry.step().key(), entry));
        return all;
    }
}
