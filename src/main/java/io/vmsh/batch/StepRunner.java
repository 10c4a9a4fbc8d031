package io.vmsh.batch;

import io.vmsh.advice.ExitCode;
import io.vmsh.advice.Problem;
import io.vmsh.batch.Ending.How;
import io.vmsh.batch.Runner.Flow;
import io.vmsh.batch.Scope.Variable;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.session.CannotConnectException;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.UsageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs single statements: told to the ledger, announced, run, told again. */
final class StepRunner {
    private static final long LOOKS_MILLIS = 500;
    private static final Ended DONE = new Ended.Done();

    private final Plan plan;
    private final Scripts.Settings settings;
    private final Stage stage;
    private final Ledger ledger;
    private final Runner.Manner manner;
    private final Tally tally;

    StepRunner(Plan plan, Scripts.Settings settings, Stage stage, Ledger ledger, Runner.Manner manner, Tally tally) {
        this.plan = plan;
        this.settings = settings;
        this.stage = stage;
        this.ledger = ledger;
        this.manner = manner;
        this.tally = tally;
    }

    /** Runs a command's statement. */
    Flow plain(Node.Plain node, Frame frame) {
        Step step = plan.step(node);
        Invocation statement = step.invocation();
        if (statement != null) {
            Invocation known = statement;
            return run(step.text(), host(known, frame), node, frame, run -> command(run, known, frame));
        }
        try {
            Binding binding = Binding.of(node, frame.scope(), settings.grammar());
            binding.readValues();
            Invocation bound = binding.invocation();
            String text = settings.grammar().safe(binding.shown());
            return run(text, host(bound, frame), node, frame, run -> command(run, bound, frame));
        } catch (UsageException mistake) {
            return run(step.text(), null, node, frame, run -> failed(mistake.lines()));
        }
    }

    /** Tells the stage what comes now, as far as it is known before it is run and comes once. */
    void expect(List<Node> nodes, Frame frame) {
        if (frame.host() == null && nodes.size() > 1) {
            stage.expect(nodes.stream()
                    .takeWhile(Node.Plain.class::isInstance)
                    .map(plan::step)
                    .takeWhile(step -> step.invocation() != null)
                    .toList());
        }
    }

    private @Nullable String host(Invocation statement, Frame frame) {
        return frame.host() != null ? frame.hostName() : settings.grammar().session(statement);
    }

    private Ended command(StepRun run, Invocation statement, Frame frame) {
        Duration timeout = manner.timeout();
        Supplier<Ended> command = () -> stage.run(run, statement, frame.host());
        return timeout == null
                ? command.get()
                : TimeLimit.run(command, timeout, () -> stage.abandon(statement, frame.host()));
    }

    /** Sets a variable; a value that was given from outside wins. */
    Flow let(Node.Let node, Frame frame) {
        String given = settings.given().get(node.name());
        Scope.Filled value = frame.scope().fill(node.value());
        frame.scope().set(node.name(), new Variable.Known(given == null ? value.text() : given, value.hidden()));
        return Flow.ON;
    }

    /** Asks a question, unless the answer was given from outside. */
    Flow ask(Node.Ask node, Frame frame) {
        String given = settings.given().get(node.name());
        if (given != null) {
            frame.scope().set(node.name(), new Variable.Known(given, node.hidden()));
            return Flow.ON;
        }
        String question = frame.scope().fill(node.question()).text();
        return run(frame.scope().shown(node), null, node, frame, run -> {
            String answer = node.hidden()
                    ? stage.ask(question, true)
                    : ledger.noted(Scripts.answer(run.key()), () -> stage.ask(question, false));
            if (answer == null) {
                return failed(List.of("no answer to '%s'".formatted(question)));
            }
            frame.scope().set(node.name(), new Variable.Known(answer, node.hidden()));
            return DONE;
        });
    }

    /** Fails unless a condition holds. */
    Flow require(Node.Require node, Frame frame) {
        Facts facts = new Facts(settings.sessions(), frame.scope(), frame.host());
        return run(frame.scope().shown(node), frame.host() == null ? null : frame.hostName(), node, frame, run -> {
            if (facts.holds(node.condition())) {
                return DONE;
            }
            List<String> lines = new ArrayList<>();
            if (node.message() != null) {
                lines.add(frame.scope().fill(node.message()).text());
            }
            String instead = facts.instead(node.condition());
            lines.add(instead.isEmpty() ? "this does not hold" : instead);
            return failed(lines);
        });
    }

    /** Looks again and again until a condition holds. */
    Flow waiting(Node.Wait node, Frame frame) {
        Facts facts = new Facts(settings.sessions(), frame.scope(), frame.host());
        return run(frame.scope().shown(node), frame.host() == null ? null : frame.hostName(), node, frame, run -> {
            long deadline = System.nanoTime() + node.patience().toNanos();
            while (!facts.holds(node.condition())) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return failed(List.of("waited in vain; " + facts.instead(node.condition())));
                }
                try {
                    Thread.sleep(Math.min(left, LOOKS_MILLIS));
                } catch (InterruptedException signal) {
                    Thread.currentThread().interrupt();
                    return failed(List.of("interrupted"));
                }
            }
            return DONE;
        });
    }

    /** What a step does. */
    @FunctionalInterface
    private interface Action {
        Ended run(StepRun run);
    }

    private Flow run(String text, @Nullable String host, Node node, Frame frame, Action action) {
        Step step = plan.step(node);
        StepRun run = new StepRun(step, step.number() + frame.path(), text, host, frame.host() != null);
        try {
            if (!ledger.before(run)) {
                return Flow.ON;
            }
            stage.announce(run);
            Ended ended = ended(run, action);
            ledger.after(run, ended);
            return flow(run, ended);
        } catch (JournalException full) {
            tally.stop(How.STOPPED);
            return flow(run, failed(List.of(String.valueOf(full.getMessage()))));
        }
    }

    private static Ended ended(StepRun run, Action action) {
        try {
            return action.run(run);
        } catch (UsageException mistake) {
            return failed(mistake.lines());
        } catch (CannotConnectException refused) {
            return new Ended.Failed(cannotConnect(refused.session().name(), refused.reason()));
        } catch (HypervisorException failure) {
            return new Ended.Failed(Problem.of(List.of(failure.message()), failure));
        }
    }

    /** The problem of a session that cannot be opened. */
    static Problem cannotConnect(String session, HypervisorException reason) {
        return Problem.of(List.of("cannot connect to '%s'".formatted(session), reason.message()), reason)
                .exiting(ExitCode.CANNOT_CONNECT);
    }

    private static Ended failed(List<String> lines) {
        return new Ended.Failed(Problem.of(lines, null));
    }

    private Flow flow(StepRun run, Ended ended) {
        return switch (ended) {
            case Ended.Done done -> Flow.ON;
            case Ended.Leave leave -> Flow.LEAVE;
            case Ended.Failed failed -> failure(run, failed.problem());
        };
    }

    /** Notes a failure, and tells it unless it ends the script, which tells it then. */
    Flow failure(StepRun run, Problem problem) {
        tally.failed(run, problem);
        if (Thread.currentThread().isInterrupted()) {
            tally.stop(How.INTERRUPTED);
        }
        if (manner.keepGoing() && !tally.stopping()) {
            stage.tell(run, problem);
            return Flow.ON;
        }
        return Flow.STOP;
    }
}
