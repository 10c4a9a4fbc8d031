package io.vmsh.shell;

import io.vmsh.advice.ExitCode;
import io.vmsh.cli.ErrorLog;
import io.vmsh.cli.StatementOutput;
import io.vmsh.command.Interpreter;
import io.vmsh.session.Session;
import io.vmsh.shell.StatementThread.Ending;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.UsageException;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.terminal.Terminal;
import org.springframework.shell.core.ShellRunner;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandExecutor;
import org.springframework.shell.core.command.CommandParser;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.ExitStatus;
import org.springframework.shell.jline.JLineInputReader;

/** The loop of the shell: a line is read and checked whole, then its statements are run one by one. */
final class StatementRunner implements ShellRunner {
    private final StatementInput input;
    private final Interpreter interpreter;
    private final CommandParser parser;
    private final CommandRegistry registry;
    private final CommandExecutor executor;
    private final Worker worker;
    private final StatementOutput output;
    private final TerminalDialog dialog;
    private final Mistakes mistakes;
    private final Leaving leaving;
    private final ErrorLog log;

    StatementRunner(
            StatementInput input,
            Interpreter interpreter,
            CommandParser parser,
            CommandRegistry registry,
            Worker worker,
            StatementOutput output,
            TerminalDialog dialog,
            Mistakes mistakes,
            Leaving leaving,
            ErrorLog log) {
        this.input = input;
        this.interpreter = interpreter;
        this.parser = parser;
        this.registry = registry;
        this.executor = new CommandExecutor(registry);
        this.worker = worker;
        this.output = output;
        this.dialog = dialog;
        this.mistakes = mistakes;
        this.leaving = leaving;
        this.log = log;
    }

    @Override
    public void run(String[] none) {
        do {
            readUntilTheEnd();
        } while (!leaving.allowed());
    }

    private void readUntilTheEnd() {
        try {
            while (goesOnAfter(input.readInput())) {}
        } catch (EndOfFileException noMoreLines) {
            // Ctrl-D, or the terminal is gone: the usual way out.
        }
    }

    /** Runs a line; false when it was the last. */
    private boolean goesOnAfter(String line) {
        try {
            for (Invocation statement : interpreter.parse(line)) {
                long start = System.nanoTime();
                Worker.Run run = run(line.substring(statement.start(), statement.end()));
                if (run.ending().equals(new Ending.Finished(StatementCommand.LEAVE))) {
                    return false;
                }
                report(statement, run.ending());
                output.end(output.format(statement), System.nanoTime() - start);
                if (run.interrupted() || wasStopped(run.ending())) {
                    break;
                }
            }
        } catch (UsageException mistake) {
            output.complain(mistake.lines());
            mistakes.explain(line, mistake, terminal().getWidth()).forEach(dialog::say);
        } catch (RuntimeException unexpected) {
            tell(unexpected);
        } finally {
            output.flush();
        }
        return true;
    }

    private Worker.Run run(String statement) {
        CommandContext context = new CommandContext(
                parser.parse(statement), registry, terminal().writer(), new JLineInputReader(input.getLineReader()));
        return worker.run(() -> executor.execute(context));
    }

    /** Whether a statement ended early because of Ctrl-C, which it has followed itself. */
    private static boolean wasStopped(Ending ending) {
        return ending instanceof Ending.Finished(Object value)
                && value instanceof ExitStatus status
                && status.code() == ExitCode.INTERRUPTED;
    }

    private void report(Invocation statement, Ending ending) {
        switch (ending) {
            case Ending.Finished finished -> {}
            case Ending.Failed(Throwable reason) -> tell(reason);
            case Ending.LeftBehind left -> {
                leaveSession(statement);
                dialog.say("interrupted: '%s' does not answer and is left running in the background"
                        .formatted(statement.spec().name()));
            }
        }
    }

    /** The connection that does not answer is not used again. */
    private void leaveSession(Invocation statement) {
        if (statement.spec().connects()) {
            interpreter.target(statement).ifPresent(Session::abandon);
        }
    }

    private void tell(Throwable unexpected) {
        Throwable root = unexpected;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String where = log.write("unexpected", unexpected)
                .map(file -> "; the details are in " + file)
                .orElse("");
        output.complain(List.of("something went wrong inside vmsh (%s)%s"
                .formatted(root.toString().lines().findFirst().orElse(""), where)));
    }

    private Terminal terminal() {
        return input.getLineReader().getTerminal();
    }
}
