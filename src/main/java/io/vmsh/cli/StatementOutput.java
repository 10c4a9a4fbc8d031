package io.vmsh.cli;

import io.vmsh.command.Outcome;
import io.vmsh.command.Result;
import io.vmsh.render.Format;
import io.vmsh.render.Printers;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Spec;
import java.io.PrintStream;
import java.util.List;
import java.util.function.IntSupplier;

/** What comes of statements, put where it belongs: data on standard output, all else on the error stream. */
public final class StatementOutput {
    private final OptionLine options;
    private final PrintStream out;
    private final Complaints complaints;

    StatementOutput(OptionLine options, PrintStream out, Complaints complaints) {
        this.options = options;
        this.out = out;
        this.complaints = complaints;
    }

    /** Advice is broken into lines of that many columns, asked each time. */
    public void width(IntSupplier terminal) {
        complaints.width(terminal);
    }

    /** The form that a statement asks for, or else the option line. */
    public Format format(Invocation statement) {
        return statement.find(Spec.OUTPUT).map(Format::of).orElse(options.output());
    }

    /** Prints how a statement ended. */
    public void show(Outcome outcome, Format format) {
        switch (outcome) {
            case Outcome.Success(Result result) -> print(result, format);
            case Outcome.Failure failure -> {
                if (failure.shown() != null) {
                    print(failure.shown(), format);
                }
                complaints.tell(failure.problem(), format);
            }
        }
    }

    /** Prints a part of what a statement has to show, at once and before it ends. */
    public void early(Result part, Format format) {
        print(part, format);
        out.flush();
    }

    private void print(Result result, Format format) {
        switch (result) {
            case Result.In(String own, Result inner) -> print(inner, Format.of(own));
            case Result.Aside(Result inner)
            when format == Format.TABLE -> {
                if (!options.quiet()) {
                    complaints.aside(Printers.of(format, false).print(inner));
                }
            }
            default -> out.print(Printers.of(format, options.quiet()).print(result));
        }
    }

    /** Prints what virsh does after each statement: a blank line, or the time it took. */
    public void end(Format format, long nanoseconds) {
        if (options.timing()) {
            out.print("\n(Time: %.3f ms)\n\n".formatted(nanoseconds / 1e6));
        } else if (!options.quiet() && !format.structured()) {
            out.print('\n');
        }
    }

    /** Tells errors. */
    public void complain(List<String> lines) {
        complaints.tell(lines);
    }

    /** Sees to it that everything printed so far is seen. */
    public void flush() {
        out.flush();
    }
}
