package io.vmsh.cli;

import io.vmsh.command.Interpreter;
import io.vmsh.command.Outcome;
import io.vmsh.command.Result;
import io.vmsh.render.Printer;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.UsageException;
import java.io.PrintStream;
import java.util.List;

/** Runs the statements of one command line and prints what virsh would. */
public final class OneShot {
    private final Interpreter interpreter;
    private final Printer printer;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean quiet;

    public OneShot(Interpreter interpreter, Printer printer, PrintStream out, PrintStream err, boolean quiet) {
        this.interpreter = interpreter;
        this.printer = printer;
        this.out = out;
        this.err = err;
        this.quiet = quiet;
    }

    /**
     * Runs them in order; a failing one does not stop the rest.
     *
     * @return the exit code: that of the last statement
     */
    public int run(List<String> words) {
        List<Invocation> statements;
        try {
            statements = interpreter.parse(words);
        } catch (UsageException mistake) {
            errors(mistake.lines());
            return 1;
        }
        int code = 0;
        for (Invocation statement : statements) {
            Outcome outcome = interpreter.run(statement);
            code = outcome.exitCode();
            print(outcome);
            if (outcome instanceof Outcome.Success(Result.Leave leave)) {
                return 0;
            }
            if (!quiet) {
                out.print('\n');
            }
        }
        return code;
    }

    private void print(Outcome outcome) {
        switch (outcome) {
            case Outcome.Success success -> out.print(printer.print(success.result()));
            case Outcome.Failure failure -> {
                if (failure.shown() != null) {
                    out.print(printer.print(failure.shown()));
                }
                errors(failure.problem().lines());
            }
        }
    }

    private void errors(List<String> lines) {
        out.flush();
        lines.forEach(line -> err.print("error: " + line + "\n"));
        err.flush();
    }
}
