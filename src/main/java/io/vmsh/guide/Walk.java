package io.vmsh.guide;

import io.vmsh.guide.StepResult.State;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.probe.HostException;
import io.vmsh.session.CannotConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Walks the steps of a guide in order: looks, changes, looks again. A host on which a step fails is left as it is, the
 * others are finished. Doing it again does only what is still missing.
 */
public final class Walk {
    /** How long a change may take to be seen, such as a daemon that has just been started. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final long POLL_MILLIS = 400;

    private final Ledger ledger;
    private final Statements statements;
    private final Walker walker;
    private final Duration patience;

    public Walk(Ledger ledger, Statements statements, Walker walker) {
        this(ledger, statements, walker, PATIENCE);
    }

    Walk(Ledger ledger, Statements statements, Walker walker, Duration patience) {
        this.ledger = ledger;
        this.statements = statements;
        this.walker = walker;
        this.patience = patience;
    }

    /** Walks them. */
    public List<StepResult> walk(List<Step> steps) {
        Map<Step, State> states = new HashMap<>();
        Set<String> failed = new HashSet<>();
        List<StepResult> results = new ArrayList<>();
        boolean stopped = false;
        for (Step step : steps) {
            StepResult result;
            stopped |= stopped();
            if (stopped) {
                result = result(step, State.STOPPED, "stopped before it");
            } else if (failed.contains(step.place())) {
                result = result(step, State.WAITING, "%s has failed before".formatted(step.place()));
            } else {
                result = step(step, states);
                stopped = result.state() == State.STOPPED;
            }
            if (result.state() == State.FAILED && !step.place().isEmpty()) {
                failed.add(step.place());
            }
            states.put(step, result.state());
            results.add(result);
            walker.over(result);
        }
        return List.copyOf(results);
    }

    private StepResult step(Step step, Map<Step, State> states) {
        List<String> awaited = step.after().stream()
                .filter(other -> !states.getOrDefault(other, State.WAITING).good())
                .map(Walk::named)
                .toList();
        String waits = awaited.isEmpty() ? "" : "waits for " + String.join(", ", awaited);
        if (!waits.isEmpty() && !walker.onlyLooks()) {
            return result(step, State.WAITING, waits);
        }
        walker.at(step);
        try {
            return switch (step.look().get()) {
                case Look.Right right -> result(step, State.RIGHT, right.evidence());
                case Look.Stuck stuck ->
                    waits.isEmpty()
                            ? result(step, State.MISSING, stuck.evidence() + ": " + stuck.advice())
                            : result(step, State.WAITING, waits);
                case Look.Missing missing -> walker.onlyLooks() ? missing(step, missing) : changed(step, missing);
            };
        } catch (GuideException | HostException | HypervisorException | CannotConnectException failure) {
            if (Thread.currentThread().isInterrupted()) {
                return result(
                        step, State.STOPPED, "%s; the last change may be done or not".formatted(sentence(failure)));
            }
            return waits.isEmpty() ? result(step, State.FAILED, sentence(failure)) : result(step, State.WAITING, waits);
        }
    }

    private static StepResult missing(Step step, Look.Missing missing) {
        return new StepResult(step.place(), step.title(), State.MISSING, missing.evidence(), missing.changes());
    }

    private StepResult changed(Step step, Look.Missing missing) {
        return switch (walker.decide(step, missing)) {
            case SKIP -> result(step, State.SKIPPED, missing.evidence());
            case STOP -> result(step, State.STOPPED, missing.evidence());
            case APPLY -> apply(step, missing);
        };
    }

    private StepResult apply(Step step, Look.Missing missing) {
        List<String> told = new ArrayList<>();
        for (Change change : missing.changes()) {
            if (stopped()) {
                return result(
                        step,
                        State.STOPPED,
                        "stopped after %d of its %d changes"
                                .formatted(
                                        missing.changes().indexOf(change),
                                        missing.changes().size()));
            }
            String more = recorded(step, change);
            if (!more.isEmpty()) {
                told.add(more);
            }
        }
        Look look = settled(step);
        String evidence = look.evidence() + (told.isEmpty() ? "" : " (%s)".formatted(String.join("; ", told)));
        if (!(look instanceof Look.Right) && stopped()) {
            return result(step, State.STOPPED, "changed, and not seen to be right yet: " + evidence);
        }
        return switch (look) {
            case Look.Right right ->
                new StepResult(step.place(), step.title(), State.DONE, evidence, missing.changes());
            case Look.Missing still ->
                new StepResult(
                        step.place(), step.title(), State.FAILED, "changed, but still: " + evidence, missing.changes());
            case Look.Stuck stuck ->
                new StepResult(
                        step.place(),
                        step.title(),
                        State.FAILED,
                        "changed, but still: %s: %s".formatted(evidence, stuck.advice()),
                        missing.changes());
        };
    }

    /** Written down first, so that whatever ends this, what may have been changed is known. */
    private String recorded(Step step, Change change) {
        return change.undo()
                .map(undo -> {
                    String id = ledger.begin(step.place(), undo.describe(), undo);
                    String told = change.make(statements);
                    ledger.finish(id);
                    return told;
                })
                .orElseGet(() -> change.make(statements));
    }

    private Look settled(Step step) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Look look = looked(step.look());
            if (look instanceof Look.Right || System.nanoTime() - deadline >= 0 || stopped()) {
                return look;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException signal) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Right after a change, a daemon may be away for a moment. */
    private static Look looked(Supplier<Look> look) {
        try {
            return look.get();
        } catch (GuideException | HypervisorException | CannotConnectException away) {
            return new Look.Stuck(sentence(away), "run the guide again");
        }
    }

    private boolean stopped() {
        return walker.stopped() || Thread.currentThread().isInterrupted();
    }

    private static String named(Step step) {
        return step.place().isEmpty() ? step.title() : "%s: %s".formatted(step.place(), step.title());
    }

    private static StepResult result(Step step, State state, String told) {
        return new StepResult(step.place(), step.title(), state, told, List.of());
    }

    /** A failure's sentence for people. */
    static String sentence(RuntimeException failure) {
        return switch (failure) {
            case GuideException guide -> guide.sentence();
            case HostException host -> host.sentence();
            case HypervisorException refusal -> refusal.message();
            case CannotConnectException away ->
                "%s: %s".formatted(away.session().name(), away.reason().message());
            default -> String.valueOf(failure.getMessage());
        };
    }
}
