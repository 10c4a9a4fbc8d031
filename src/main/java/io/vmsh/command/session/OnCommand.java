package io.vmsh.command.session;

import static io.vmsh.spec.Value.SELECTOR;
import static io.vmsh.spec.Value.TEXT;

import io.vmsh.advice.ExitCode;
import io.vmsh.advice.Problem;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.HeldStatements;
import io.vmsh.command.Interpreter;
import io.vmsh.command.Outcome;
import io.vmsh.command.Result;
import io.vmsh.command.Result.HostOutcome;
import io.vmsh.session.Fanout;
import io.vmsh.session.Fanout.Reply;
import io.vmsh.session.Selector;
import io.vmsh.session.Session;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Group;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Rest;
import io.vmsh.spec.Spec;
import io.vmsh.spec.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs statements on several sessions at once. */
final class OnCommand implements Command {
    private static final Arg<String> SESSIONS = Arg.of("sessions", SELECTOR, "kvm1, kvm1,kvm2, @tag, web* or all");
    private static final Rest<String> STATEMENT = Rest.of(
                    "statement", TEXT, "what to run there; several statements as one quoted word")
            .mandatory()
            .asTyped();

    private static final HeldStatements HELD = new HeldStatements(STATEMENT);

    /** What changes the shell itself, and so cannot be done once a host. */
    private static final Set<String> NOT_PER_HOST = Set.of("connect", "exit", "quit", "cd");

    @Override
    public Spec spec() {
        return Spec.of("on", Group.SESSION, "run a statement on several sessions at once")
                .takes(SESSIONS, STATEMENT)
                .local()
                .describedAs("""
                        Tables become one, with the host in front. A host that cannot be reached is a row, and holds \
                        up no other for longer than 30 seconds. The exit code is 5 when some hosts failed.""")
                .example("on all list --all", "the guests of every host in one table")
                .example("on @prod 'hostname; version'", "two statements on each host with the tag prod");
    }

    @Override
    public Effect effect(Invocation statement, Interpreter interpreter) {
        return HELD.effect(statement, interpreter);
    }

    @Override
    public void check(Invocation statement, Interpreter interpreter) {
        String selector = statement.find(SESSIONS).orElse("");
        HELD.check(statement, interpreter, held -> held.forEach(inner -> check(inner, selector, interpreter)));
    }

    private static void check(Invocation inner, String selector, Interpreter interpreter) {
        Spec spec = inner.spec();
        if (spec.group() == Group.SESSION || NOT_PER_HOST.contains(spec.name())) {
            throw new UsageException("'%s' cannot be run on several sessions".formatted(spec.name()), 0, 0);
        }
        if (inner.has(Spec.OUTPUT)) {
            throw new UsageException("--output belongs in front: 'on --output FORMAT %s …'".formatted(selector), 0, 0);
        }
        interpreter.addressed(inner).ifPresent(session -> {
            throw new UsageException(
                    "'%s/…' names a session by itself: leave that to 'on %s'".formatted(session.name(), selector),
                    0,
                    0);
        });
    }

    @Override
    public Result run(Call call) {
        Interpreter interpreter = new Interpreter(call.workspace());
        List<Invocation> statements = HELD.of(call.statement(), interpreter);
        List<Session> sessions =
                Selector.parse(call.get(SESSIONS)).in(call.workspace().sessions());
        Fanout fanout = new Fanout(Fanout.PATIENCE);
        boolean connects =
                statements.stream().anyMatch(statement -> statement.spec().connects());
        List<Reply<List<Outcome>>> replies = connects
                ? fanout.connecting(sessions, session -> runAll(interpreter, statements, session))
                : fanout.unconnected(sessions, session -> runAll(interpreter, statements, session));
        return merged(replies, statements.size());
    }

    private static List<Outcome> runAll(Interpreter interpreter, List<Invocation> statements, Session session) {
        return statements.stream()
                .map(statement -> interpreter.run(statement, session))
                .toList();
    }

    private static Result merged(List<Reply<List<Outcome>>> replies, int statements) {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < statements; i++) {
            List<HostOutcome> hosts = new ArrayList<>();
            for (Reply<List<Outcome>> reply : replies) {
                HostOutcome outcome = outcome(reply, i);
                if (outcome != null) {
                    hosts.add(outcome);
                }
            }
            results.add(new Result.PerHost(hosts));
        }
        List<HostOutcome> last = replies.stream()
                .map(reply -> outcome(reply, reply.refusal() == null ? statements - 1 : 0))
                .filter(Objects::nonNull)
                .toList();
        Result shown = results.size() == 1 ? results.getFirst() : new Result.Sequence(results);
        List<HostOutcome> failed =
                last.stream().filter(host -> host.problem() != null).toList();
        if (failed.isEmpty()) {
            return shown;
        }
        throw CommandFailure.of(
                        "failed on %d of %d sessions: %s",
                        failed.size(),
                        last.size(),
                        String.join(
                                ", ", failed.stream().map(HostOutcome::session).toList()))
                .exiting(exitCode(failed, last.size()))
                .after(shown);
    }

    /** What one host has to say about one statement; a host without a connection says so once. */
    private static @Nullable HostOutcome outcome(Reply<List<Outcome>> reply, int statement) {
        String name = reply.session().name();
        if (reply.refusal() != null) {
            Problem problem = Problem.of(List.of(reply.refusal().message()), reply.refusal());
            return statement > 0 ? null : new HostOutcome(name, null, problem.exiting(ExitCode.CANNOT_CONNECT));
        }
        List<Outcome> outcomes = reply.value() == null ? List.of() : reply.value();
        return switch (outcomes.get(statement)) {
            case Outcome.Success(Result result) -> new HostOutcome(name, result, null);
            case Outcome.Failure(Result result, Problem problem) -> new HostOutcome(name, result, problem);
        };
    }

    /** The failures' own code when all failed alike. */
    private static int exitCode(List<HostOutcome> failed, int hosts) {
        if (failed.size() < hosts) {
            return ExitCode.SOME_HOSTS_FAILED;
        }
        List<Integer> codes = failed.stream()
                .map(HostOutcome::problem)
                .filter(Objects::nonNull)
                .map(Problem::exitCode)
                .distinct()
                .toList();
        return codes.size() == 1 ? codes.getFirst() : ExitCode.FAILED;
    }
}
