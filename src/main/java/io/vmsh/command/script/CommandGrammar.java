package io.vmsh.command.script;

import io.vmsh.batch.Grammar;
import io.vmsh.command.Interpreter;
import io.vmsh.command.Meant;
import io.vmsh.command.Workspace;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Nearest;
import io.vmsh.spec.Secrets;
import io.vmsh.spec.Token;
import io.vmsh.spec.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The shell's commands, for scripts. */
record CommandGrammar(Interpreter interpreter, Workspace workspace, AtomicInteger mistakes) implements Grammar {
    private static final Set<String> CHANGES_SHELL = Set.of("connect", "disconnect", "use", "cd", "exit", "quit");

    CommandGrammar(Workspace workspace) {
        this(new Interpreter(workspace), workspace, new AtomicInteger());
    }

    @Override
    public Invocation bind(List<Token.Word> words) {
        try {
            return interpreter.parseWords(words);
        } catch (UsageException mistake) {
            // A file that is no script at all has a mistake in each line, and nobody reads them all.
            throw mistakes.incrementAndGet() > RunCommand.MOST_MISTAKES ? mistake : meant(words, mistake);
        }
    }

    /** The mistake, with the names that may have been meant. */
    private UsageException meant(List<Token.Word> words, UsageException mistake) {
        List<String> lines = new ArrayList<>(mistake.lines());
        String names = Nearest.question(new Meant(workspace.commands()).in(words, mistake.start()));
        lines.add(lines.removeLast() + names);
        return new UsageException(lines, mistake.start(), mistake.end());
    }

    @Override
    public Effect effect(Invocation statement) {
        return interpreter.effect(statement);
    }

    @Override
    public void foresee(Invocation statement, Sessions sessions) {
        interpreter.foresee(statement, sessions);
    }

    @Override
    public boolean changesShell(Invocation statement) {
        return CHANGES_SHELL.contains(statement.spec().name());
    }

    @Override
    public @Nullable String session(Invocation statement) {
        return statement.spec().connects()
                ? interpreter.target(statement).map(Session::name).orElse(null)
                : null;
    }

    @Override
    public String safe(String text) {
        return Secrets.hidden(text, workspace.commands()::spec);
    }
}
