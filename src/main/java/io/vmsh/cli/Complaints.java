package io.vmsh.cli;

import io.vmsh.advice.Problem;
import io.vmsh.render.Format;
import io.vmsh.render.Printers;
import io.vmsh.render.Theme;
import java.util.List;
import java.util.function.IntSupplier;

/** Errors on the error stream, after everything printed before them, and in the log of {@code -l}. */
final class Complaints {
    private final Surroundings surroundings;
    private final Theme theme;
    private final Trace trace;
    private IntSupplier terminalWidth;

    Complaints(Surroundings surroundings, String color, Trace trace) {
        this.surroundings = surroundings;
        this.theme = Theme.of(color, surroundings.terminals().err(), surroundings.environment());
        this.trace = trace;
        this.terminalWidth = () -> RawTerminal.width(surroundings);
    }

    /** Whom to ask how many columns the terminal has now. */
    void width(IntSupplier terminal) {
        terminalWidth = terminal;
    }

    /** Asked only where something is to be broken into lines. */
    private int width(Problem problem) {
        return problem.advice() == null || !surroundings.terminals().err()
                ? Integer.MAX_VALUE
                : terminalWidth.getAsInt();
    }

    /** Complaints in virsh's form. */
    void tell(List<String> lines) {
        lines.forEach(line -> tell(Problem.of(List.of(line), null), Format.TABLE));
    }

    /** Something that is not the result, and no complaint either. */
    void aside(String text) {
        surroundings.out().flush();
        surroundings.err().print(text);
        surroundings.err().flush();
    }

    /** One problem in a form. */
    void tell(Problem problem, Format format) {
        surroundings.out().flush();
        problem.lines().forEach(trace::error);
        surroundings
                .err()
                .print(Printers.problems(format, theme, width(problem)).print(problem));
        surroundings.err().flush();
    }
}
