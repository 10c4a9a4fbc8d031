package io.vmsh.cli;

import io.vmsh.advice.ExitCode;
import io.vmsh.advice.Problem;
import io.vmsh.command.Interpreter;
import io.vmsh.command.Outcome;
import io.vmsh.command.Result;
import io.vmsh.render.Format;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the statements of one command line, or of standard input, and prints what virsh would. */
final class OneShot {
    private final Interpreter interpreter;
    private final OptionLine options;
    private final StatementOutput output;
    private final Complaints complaints;
    private final Trace trace;
    private boolean left;

    OneShot(Interpreter interpreter, OptionLine options, StatementOutput output, Complaints complaints, Trace trace) {
        this.interpreter = interpreter;
        this.options = options;
        this.output = output;
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
        Format format = output.format(statement);
        long start = System.nanoTime();
        Outcome outcome = interpreter.runTyped(statement, early -> output.early(early, format));
        long nanoseconds = System.nanoTime() - start;
        output.show(outcome, format);
        left = outcome instanceof Outcome.Success(Result result) && result instanceof Result.Leave;
        if (!left) {
            output.end(format, nanoseconds);
        }
        return outcome.exitCode();
    }
}
