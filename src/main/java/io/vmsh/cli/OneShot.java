package io.vmsh.cli;

import io.vmsh.advice.ExitCode;
import io.vmsh.advice.Problem;
import io.vmsh.command.Interpreter;
import io.vmsh.command.Outcome;
import io.vmsh.command.Result;
import io.vmsh.render.Format;
import io.vmsh.render.Printer;
import io.vmsh.render.Printers;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Spec;
import io.vmsh.spec.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the statements of one command line, or of standard input, and prints what virsh would. */
final class OneShot {
    private final Interpreter interpreter;
    private final OptionLine options;
    private final PrintStream out;
    private final Complaints complaints;
    private final Trace trace;
    private boolean left;

    OneShot(Interpreter interpreter, OptionLine options, PrintStream out, Complaints complaints, Trace trace) {
        this.interpreter = interpreter;
        this.options = options;
        this.out = out;
        this.complaints = complaints;
        this.trace = trace;
    }

    /**
     * Reads the words of the command line.
     *
     * @return nothing when they cannot be run as they are, which has been told
     */
    @Nullable
    List<Invocation> read() {
        List<String> words = options.words();
        if (words.equals(List.of(""))) {
            return null;
        }
        return read(words);
    }

    private @Nullable List<Invocation> read(List<String> words) {
        try {
            List<Invocation> statements = interpreter.parse(words);
            trace.read(words, statements);
            return statements;
        } catch (UsageException mistake) {
            complaints.tell(Problem.of(mistake.lines(), null), options.output());
            return null;
        }
    }

    /**
     * Runs statements in order; a failing one does not stop the rest.
     *
     * @return the exit code: that of the last statement
     */
    int run(List<Invocation> statements) {
        int code = ExitCode.OK;
        for (Invocation statement : statements) {
            code = run(statement);
            if (left) {
                return ExitCode.OK;
            }
        }
        return code;
    }

    /**
     * Runs standard input line by line, each as a statement or several; a line that cannot be read does not stop the rest.
     *
     * @return the exit code: that of the last line that failed, 0 when none did
     */
    int run(Surroundings surroundings) {
        int code = ExitCode.OK;
        BufferedReader lines = new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8));
        try {
            for (String line = lines.readLine(); line != null && !left; line = lines.readLine()) {
                List<Invocation> statements = read(List.of(line));
                int ofLine = statements == null ? ExitCode.FAILED : run(statements);
                code = ofLine == ExitCode.OK ? code : ofLine;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return code;
    }

    private int run(Invocation statement) {
        Format format = statement.find(Spec.OUTPUT).map(Format::of).orElse(options.output());
        Printer printer = Printers.of(format, options.quiet());
        long start = System.nanoTime();
        Outcome outcome = interpreter.run(statement, early -> {
            out.print(printer.print(early));
            out.flush();
        });
        double milliseconds = (System.nanoTime() - start) / 1e6;
        left = print(outcome, format, printer);
        if (!left) {
            if (options.timing()) {
                out.print("\n(Time: %.3f ms)\n\n".formatted(milliseconds));
            } else if (!options.quiet() && !format.structured()) {
                out.print('\n');
            }
        }
        return outcome.exitCode();
    }

    /** Prints what came of a statement, and tells whether it was the last. */
    private boolean print(Outcome outcome, Format format, Printer printer) {
        return switch (outcome) {
            case Outcome.Success(Result.Leave leave) -> true;
            case Outcome.Success(Result result) -> {
                out.print(printer.print(result));
                yield false;
            }
            case Outcome.Failure failure -> {
                if (failure.shown() != null) {
                    out.print(printer.print(failure.shown()));
                }
                complaints.tell(failure.problem(), format);
                yield false;
            }
        };
    }
}
