package io.vmsh.command;

import io.vmsh.advice.Advisor;
import io.vmsh.advice.Failure;
import io.vmsh.advice.Problem;
import io.vmsh.batch.Recording;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.KeepAliveException;
import io.vmsh.session.CannotConnectException;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Binder;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Lexer;
import io.vmsh.spec.LineLexer;
import io.vmsh.spec.Token;
import io.vmsh.spec.TokensLexer;
import io.vmsh.spec.UsageException;
import io.vmsh.spec.WordsLexer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads statements and runs them one by one. Prints nothing: what comes of them is returned. */
public final class Interpreter {
    private final Workspace workspace;
    private final Binder binder;

    public Interpreter(Workspace workspace) {
        this.workspace = workspace;
        this.binder = new Binder(workspace.commands()::spec);
    }

    /**
     * Reads a line or a whole text of statements; nothing is run.
     *
     * @throws UsageException for the first mistake
     */
    public List<Invocation> parse(String text) {
        return parse(new LineLexer(text));
    }

    /** Reads words as a calling shell has split them: a single one as text, several as one statement. */
    public List<Invocation> parse(List<String> words) {
        return parse(words.size() == 1 ? new LineLexer(words.getFirst()) : new WordsLexer(words));
    }

    /** Reads one statement of which the words are known. */
    public Invocation parseWords(List<Token.Word> words) {
        return parse(new TokensLexer(words)).stream()
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "this is no statement",
                        words.getFirst().start(),
                        words.getLast().end()));
    }

    /** What a statement does to the world. */
    public Effect effect(Invocation statement) {
        return command(statement).effect(statement, this);
    }

    /** The strongest effect of some statements. */
    public Effect effect(List<Invocation> statements) {
        return statements.stream()
                .map(this::effect)
                .max(Comparator.naturalOrder())
                .orElse(Effect.READS);
    }

    /**
     * Does to the sessions what the statement will do to them, without opening any.
     *
     * @throws UsageException when it names one that will not be there
     */
    public void foresee(Invocation statement, Sessions sessions) {
        try {
            command(statement).foresee(statement, sessions);
        } catch (CommandFailure failure) {
            throw new UsageException(failure.lines(), 0, 0);
        }
    }

    private List<Invocation> parse(Lexer lexer) {
        List<Invocation> statements = binder.bind(lexer);
        statements.forEach(statement -> command(statement).check(statement, this));
        return statements;
    }

    /**
     * Runs one statement on its session. Nothing but a programming mistake gets out as an exception.
     *
     * @param early takes what the command shows before it ends
     */
    public Outcome run(Invocation invocation, Consumer<Result> early) {
        try {
            return run(invocation, target(invocation).orElse(null), early);
        } catch (UsageException mistake) {
            return failure(Problem.of(mistake.lines(), null), null);
        }
    }

    /**
     * Runs one statement that was typed, not one within another, and writes it down where a script is recorded. Nothing
     * but a programming mistake gets out as an exception.
     *
     * @param early takes what the command shows before it ends
     */
    public Outcome runTyped(Invocation invocation, Consumer<Result> early) {
        Recording recording = workspace.recording().orElse(null);
        if (recording == null) {
            return run(invocation, early);
        }
        Recording.Before before = recording.before(invocation, workspace.sessions());
        Outcome outcome = run(invocation, early);
        try {
            recording.after(
                    before,
                    workspace.sessions(),
                    outcome instanceof Outcome.Failure(var shown, Problem problem) ? problem.lines() : List.of());
        } catch (IOException failure) {
            workspace.record(null);
            workspace
                    .dialog()
                    .say("error: the recording ends here: %s: %s"
                            .formatted(recording.file(), LocalFile.reason(failure)));
        }
        return outcome;
    }

    /** Whether a statement is one glance at a session, which may be taken a little before its turn. */
    public boolean glances(Invocation invocation) {
        return command(invocation).glances();
    }

    /**
     * What a statement that glances has to show; nothing when its session is not open or it fails, which is looked into
     * when it is run in its turn.
     */
    public Optional<Result> glance(Invocation invocation) {
        try {
            Session session = target(invocation).orElse(null);
            if (session == null || session.state() != Session.State.OPEN) {
                return Optional.empty();
            }
            try (var _ = session.hypervisor().use()) {
                return Optional.of(command(invocation).run(new Call(invocation, workspace, session, early -> {})));
            }
        } catch (UsageException | CommandFailure | CannotConnectException | HypervisorException failure) {
            return Optional.empty();
        }
    }

    /** Runs one statement on the given session, whatever is current. What it shows early is part of the outcome. */
    public Outcome run(Invocation invocation, @Nullable Session session) {
        List<Result> early = Collections.synchronizedList(new ArrayList<>());
        Outcome outcome = run(invocation, session, early::add);
        return early.isEmpty() ? outcome : outcome.after(early);
    }

    private Outcome run(Invocation invocation, @Nullable Session session, Consumer<Result> early) {
        Command command = command(invocation);
        try {
            Call call = new Call(invocation, workspace, session, early);
            if (session == null || !invocation.spec().connects()) {
                return new Outcome.Success(command.run(call));
            }
            if (session.open()) {
                workspace.dialog().say("error: Reconnected to the hypervisor");
            }
            try (var _ = session.hypervisor().use()) {
                return new Outcome.Success(command.run(call));
            }
        } catch (UsageException mistake) {
            return failure(Problem.of(mistake.lines(), null), null);
        } catch (CommandFailure failure) {
            return failure(explained(failure, invocation, session), failure.shown());
        } catch (CannotConnectException failure) {
            Problem problem = cannotConnect(failure.reason());
            String uri = failure.session().request().uri();
            return failure(
                    new Advisor(workspace.sessions())
                            .explain(uri == null ? "" : uri, failure.reason())
                            .map(problem::explained)
                            .orElse(problem),
                    null);
        } catch (HypervisorException failure) {
            return failure(explained(List.of(failure.message()), failure, invocation, session), null);
        }
    }

    private Problem explained(CommandFailure failure, Invocation invocation, @Nullable Session session) {
        Problem problem = failure.advice() == null
                ? explained(failure.lines(), failure.reason(), invocation, session)
                : Problem.of(failure.lines(), failure.reason()).explained(failure.advice());
        return problem.exiting(failure.exitCode());
    }

    private Problem explained(
            List<String> lines,
            @Nullable HypervisorException reason,
            Invocation invocation,
            @Nullable Session session) {
        Problem problem = Problem.of(lines, reason);
        if (reason == null) {
            return problem;
        }
        return new Advisor(workspace.sessions())
                .explain(new Failure(reason, invocation, session))
                .map(problem::explained)
                .orElse(problem);
    }

    /** The problem of a session that cannot be opened, in virsh's words. */
    public static Problem cannotConnect(HypervisorException reason) {
        List<String> lines = new ArrayList<>();
        if (reason instanceof KeepAliveException) {
            lines.add("Cannot setup keepalive on connection as requested, disconnecting");
        }
        lines.add("failed to connect to the hypervisor");
        lines.add(reason.message());
        return Problem.of(lines, reason);
    }

    private Outcome failure(Problem problem, @Nullable Result shown) {
        workspace.remember(problem);
        return new Outcome.Failure(shown, problem);
    }

    private Command command(Invocation invocation) {
        Command command = workspace.commands().find(invocation.spec().name());
        if (command == null) {
            throw new IllegalArgumentException(invocation.spec().name());
        }
        return command;
    }

    /**
     * The session that the statement's addresses name, else the current one.
     *
     * @throws UsageException when they name two
     */
    public Optional<Session> target(Invocation invocation) {
        return addressed(invocation).or(workspace.sessions()::current);
    }

    /**
     * The session that the statement's addresses name.
     *
     * @throws UsageException when they name two
     */
    public Optional<Session> addressed(Invocation invocation) {
        Session named = null;
        for (Invocation.Named object : invocation.objects()) {
            String name = object.address().session();
            if (name != null) {
                Optional<Session> found = workspace.sessions().find(name);
                if (found.isPresent() && named != null && named != found.get()) {
                    throw new UsageException(
                            "one statement, two sessions: '%s' and '%s'".formatted(named.name(), name), 0, 0);
                }
                named = found.orElse(named);
            }
        }
        return Optional.ofNullable(named);
    }
}
