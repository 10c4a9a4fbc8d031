package io.vmsh.command.script;

import io.vmsh.advice.Problem;
import io.vmsh.batch.Ended;
import io.vmsh.batch.Stage;
import io.vmsh.batch.Step;
import io.vmsh.batch.StepRun;
import io.vmsh.command.Call;
import io.vmsh.command.Interpreter;
import io.vmsh.command.Outcome;
import io.vmsh.command.Result;
import io.vmsh.command.Result.HostOutcome;
import io.vmsh.session.Session;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Spec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows a script as it runs: statements and comments on the error stream, and what comes of them. */
final class ScriptStage implements Stage {
    private final Call call;
    private final Interpreter interpreter;
    private final Glances glances;
    private final Map<Integer, Map<String, List<Outcome>>> kept = new LinkedHashMap<>();
    private final Set<String> announced = new HashSet<>();
    private boolean begun;

    ScriptStage(Call call, Interpreter interpreter) {
        this.call = call;
        this.interpreter = interpreter;
        this.glances = new Glances(interpreter);
    }

    @Override
    public synchronized void announce(StepRun run) {
        Step step = run.step();
        boolean several = run.several();
        if (several && !announced.add(step.number() + " " + run.text())) {
            return;
        }
        if (begun) {
            call.dialog().say("");
        }
        begun = true;
        step.comments().forEach(call.dialog()::say);
        String where = several
                ? String.join(",", step.sessions())
                : call.workspace().sessions().current().map(Session::name).orElse("vmsh");
        call.dialog().say("%s # %s".formatted(where, run.text()));
    }

    @Override
    public void expect(List<Step> steps) {
        glances.expect(steps);
    }

    @Override
    public Ended run(StepRun run, Invocation statement, @Nullable Session host) {
        return host == null ? alone(run.step(), statement) : oneOfSeveral(run, statement, host);
    }

    private Ended alone(Step step, Invocation statement) {
        Outcome outcome = glances.at(step)
                .<Outcome>map(Outcome.Success::new)
                .orElseGet(() -> interpreter.run(statement, part -> show(part, statement)));
        return switch (outcome) {
            case Outcome.Success(Result.Leave leave) -> new Ended.Leave();
            case Outcome.Success(Result result) -> {
                show(result, statement);
                yield new Ended.Done();
            }
            case Outcome.Failure(Result shown, Problem problem) -> {
                if (shown != null) {
                    show(shown, statement);
                }
                yield new Ended.Failed(problem);
            }
        };
    }

    private synchronized void show(Result result, Invocation statement) {
        call.show(formatted(result, statement));
    }

    private static Result formatted(Result whole, Invocation statement) {
        // What comes of the next statement begins on a line of its own.
        Result result = switch (whole) {
            case Result.Document(String text, Object data)
            when !text.isEmpty() && !text.endsWith("\n") -> new Result.Document(text + "\n", data);
            case Result.Done done -> done.endingLine(true);
            default -> whole;
        };

        return statement
                .find(Spec.OUTPUT)
                .<Result>map(format -> new Result.In(format, result))
                .orElse(result);
    }

    private Ended oneOfSeveral(StepRun run, Invocation statement, Session host) {
        Outcome outcome = interpreter.run(statement, host);
        synchronized (this) {
            kept.computeIfAbsent(run.step().number(), number -> new LinkedHashMap<>())
                    .computeIfAbsent(host.name(), name -> new ArrayList<>())
                    .add(outcome);
        }
        return outcome instanceof Outcome.Failure failure ? new Ended.Failed(failure.problem()) : new Ended.Done();
    }

    @Override
    public synchronized void together(List<Step> steps, List<Session> hosts) {
        for (Step step : steps) {
            Map<String, List<Outcome>> outcomes = kept.remove(step.number());
            announced.removeIf(text -> text.startsWith(step.number() + " "));
            if (outcomes != null) {
                Result result = new Result.PerHost(hosts.stream()
                        .map(host -> together(host, outcomes.get(host.name())))
                        .filter(Objects::nonNull)
                        .toList());
                Invocation statement = step.invocation();
                call.show(statement == null ? result : formatted(result, statement));
            }
        }
    }

    /** What a step had to show on one host, all rounds of loops after each other; the last problem is the one that counts. */
    private static @Nullable HostOutcome together(Session host, @Nullable List<Outcome> outcomes) {
        if (outcomes == null) {
            return null;
        }
        List<Result> shown = new ArrayList<>();
        Problem problem = null;
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Success(Result result) -> shown.add(result);
                case Outcome.Failure(Result result, Problem reason) -> {
                    problem = reason;
                    if (result != null) {
                        shown.add(result);
                    }
                }
            }
        }
        Result result = shown.size() == 1 ? shown.getFirst() : new Result.Sequence(shown);
        return new HostOutcome(host.name(), shown.isEmpty() ? null : result, problem);
    }

    @Override
    public void abandon(Invocation statement, @Nullable Session host) {
        if (host != null) {
            host.abandon();
        } else if (statement.spec().connects()) {
            interpreter.target(statement).ifPresent(Session::abandon);
        }
    }

    @Override
    public synchronized void tell(StepRun run, Problem problem) {
        if (!run.several()) {
            call.dialog().tell(problem);
        }
        call.dialog()
                .say("%s: '%s' failed%s; going on"
                        .formatted(
                                run.step().place().fileAndLine(),
                                run.text(),
                                run.several() ? " on " + run.host() : ""));
    }

    @Override
    public @Nullable String ask(String question, boolean hidden) {
        return call.dialog().ask(question + " ", !hidden);
    }

    @Override
    public synchronized void say(String line) {
        call.dialog().say(line);
    }
}
