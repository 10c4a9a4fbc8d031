package io.vmsh.command.script;

import io.vmsh.batch.Step;
import io.vmsh.command.Interpreter;
import io.vmsh.command.Result;
import io.vmsh.spec.Invocation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * What statements show that only look, asked a little before their turn: while the daemon is at one of them, the next are
 * on their way to it. Nothing is asked early behind a statement that may change something, and what has become old by its
 * turn is asked again. Platform threads, since libvirt keeps errors per operating-system thread.
 */
final class Glances {
    /** How old an answer may be in its turn: what a person would call the same moment. */
    private static final long FRESH_NANOS = Duration.ofMillis(100).toNanos();

    private static final Executor THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("glance-", 1).factory());

    private final Interpreter interpreter;
    private final Map<Integer, FutureTask<Glance>> begun = new ConcurrentHashMap<>();

    Glances(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    private record Glance(Optional<Result> shown, long time) {
        boolean fresh() {
            return System.nanoTime() - time < FRESH_NANOS;
        }
    }

    /** Begins to ask the steps behind the first, as long as all of them only look. */
    void expect(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            Invocation statement = steps.get(i).invocation();
            if (statement == null || !interpreter.glances(statement)) {
                return;
            }
            if (i > 0) {
                begun.computeIfAbsent(steps.get(i).number(), number -> begin(statement));
            }
        }
    }

    private FutureTask<Glance> begin(Invocation statement) {
        FutureTask<Glance> glance =
                new FutureTask<>(() -> new Glance(interpreter.glance(statement), System.nanoTime()));
        THREADS.execute(glance);
        return glance;
    }

    /** What the step shows, when it was asked before, and has succeeded just now. */
    Optional<Result> at(Step step) {
        FutureTask<Glance> glance = begun.remove(step.number());
        if (glance == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(glance.get()).filter(Glance::fresh).flatMap(Glance::shown);
        } catch (InterruptedException signal) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
