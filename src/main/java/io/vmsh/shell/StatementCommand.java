package io.vmsh.shell;

import io.vmsh.cli.StatementOutput;
import io.vmsh.command.Interpreter;
import io.vmsh.command.Outcome;
import io.vmsh.command.Result;
import io.vmsh.render.Format;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Spec;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;

/** One of vmsh's commands, as Spring Shell knows it: all of them are this class over their Spec. */
final class StatementCommand extends AbstractCommand {
    /** The shell is to be left. */
    static final ExitStatus LEAVE = new ExitStatus(0, "leave");

    private final Spec spec;
    private final Interpreter interpreter;
    private final StatementOutput output;

    StatementCommand(Spec spec, Interpreter interpreter, StatementOutput output) {
        super(spec.name(), spec.summary(), spec.group().title());
        this.spec = spec;
        this.interpreter = interpreter;
        this.output = output;
    }

    @Override
    public ExitStatus doExecute(CommandContext context) {
        Invocation statement = StatementParser.invocation(spec, context.parsedInput());
        Format format = output.format(statement);
        Outcome outcome = interpreter.runTyped(
                statement, early -> StatementThread.unlessLeftBehind(() -> output.early(early, format)));
        StatementThread.unlessLeftBehind(() -> output.show(outcome, format));
        boolean leaves = outcome instanceof Outcome.Success(Result result) && result instanceof Result.Leave;
        return leaves ? LEAVE : new ExitStatus(outcome.exitCode(), "");
    }
}
