package io.vmsh.batch;

import io.vmsh.batch.PastRun.Entry;
import io.vmsh.batch.PastRun.Outcome;
import io.vmsh.spec.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes a script's journal as it runs. When it is resumed, what is done is passed over, except what only sets up the
 * shell for what comes behind it; of a step that was cut somebody finds out whether it was done.
 */
public final class JournalLedger implements Ledger {
    private static final Comparator<Entry> IN_READING_ORDER = Comparator.comparingInt(JournalLedger::number)
            .thenComparing(entry -> entry.step().key());

    private final Journal journal;
    private final Doubt doubt;
    private final Map<String, String> notes;
    private final Map<String, Entry> earlier = new LinkedHashMap<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<StepRun, Open> open = new ConcurrentHashMap<>();

    /**
     * A ledger.
     *
     * @param past what the journal told before it was resumed; null for a new one
     */
    public JournalLedger(Journal journal, @Nullable PastRun past, Doubt doubt) {
        this.journal = journal;
        this.doubt = doubt;
        this.notes = past == null ? Map.of() : past.notes();
        if (past != null) {
            past.entries().forEach(entry -> earlier.put(entry.step().key(), entry));
            entries.putAll(earlier);
        }
    }

    /** Finds out about steps of which nobody saw the end. */
    @FunctionalInterface
    public interface Doubt {
        /**
         * Whether it is to be run again; otherwise it counts as done.
         *
         * @throws JournalException when that cannot be told: the script ends before this step
         */
        Verdict about(StepRun run);
    }

    /** What becomes of a step that was cut, and why. */
    public record Verdict(boolean again, String why) {}

    private record Open(Journal.Begun begun, Instant time, long start) {}

    @Override
    public boolean before(StepRun run) {
        JournalStep step =
                new JournalStep(run.key(), run.text(), run.host(), run.step().effect() != Effect.READS);
        Entry past = earlier.get(run.key());
        if (past != null && !run.step().shell()) {
            compare(past, step);
            if (past.finished()) {
                return false;
            }
            Verdict verdict = past.ended() ? new Verdict(true, "") : doubt.about(run);
            if (!verdict.again()) {
                begin(run, step);
                end(run, step, Outcome.SKIPPED, List.of(verdict.why()));
                return false;
            }
        }
        begin(run, step);
        return true;
    }

    /** The file is the same, but what it was given from outside may not be. */
    private static void compare(Entry past, JournalStep step) {
        if (!past.step().text().equals(step.text())) {
            throw new JournalException("step %s was '%s' and would be '%s' now: resume it with the same values"
                    .formatted(step.key(), past.step().text(), step.text()));
        }
    }

    private void begin(StepRun run, JournalStep step) {
        Journal.Begun begun = journal.before(step);
        Open now = new Open(begun, Instant.now(), System.nanoTime());
        open.put(run, now);
        put(new Entry(step, now.time(), null, null, List.of()));
    }

    @Override
    public void after(StepRun run, Ended ended) {
        JournalStep step =
                new JournalStep(run.key(), run.text(), run.host(), run.step().effect() != Effect.READS);
        switch (ended) {
            case Ended.Done done -> end(run, step, Outcome.DONE, List.of());
            case Ended.Leave leave -> end(run, step, Outcome.DONE, List.of());
            // What goes on without anybody waiting for it is cut for whoever resumes.
            case Ended.Failed failed
            when failed.unknown() ->
                end(run, step, Outcome.UNKNOWN, failed.problem().lines());
            case Ended.Failed failed ->
                end(run, step, Outcome.FAILED, failed.problem().lines());
        }
    }

    @Override
    public @Nullable String noted(String name, Supplier<@Nullable String> look) {
        String known = notes.get(name);
        if (known != null) {
            return known;
        }
        String found = look.get();
        if (found != null) {
            journal.note(name, found);
        }
        return found;
    }

    private void end(StepRun run, JournalStep step, Outcome outcome, List<String> messages) {
        Open begun = open.remove(run);
        if (begun == null) {
            throw new IllegalStateException("step %s was not begun".formatted(step.key()));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun.start());
        begun.begun().ended(outcome, messages);
        put(new Entry(step, begun.time(), outcome, took, messages));
    }

    private synchronized void put(Entry entry) {
        entries.remove(entry.step().key());
        entries.put(entry.step().key(), entry);
    }

    /** The steps that were begun so far, as they stand in the script; those side by side would be in any order else. */
    public synchronized List<Entry> entries() {
        return entries.values().stream().sorted(IN_READING_ORDER).toList();
    }

    /** The number that a key begins with. */
    private static int number(Entry entry) {
        return Integer.parseInt(entry.step().key().replaceFirst("\\D.*", ""));
    }
}
