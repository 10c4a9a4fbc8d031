package io.vmsh.cli;

import io.vmsh.advice.Problem;
import io.vmsh.render.Format;
import io.vmsh.render.Printers;
import io.vmsh.render.Theme;
import java.util.List;

/** Errors on the error stream, after everything printed before them, and in the log of {@code -l}. */
final class Complaints {
    private final Surroundings surroundings;
    private final Theme theme;
    private final Trace trace;

    Complaints(Surroundings surroundings, String color, Trace trace) {
        this.surroundings = surroundings;
        this.theme = Theme.of(color, surroundings.terminals().err(), surroundings.environment());
        this.trace = trace;
    }

    /** Complaints in virsh's form. */
    void tell(List<String> lines) {
        lines.forEach(line -> tell(Problem.of(List.of(line), null), Format.TABLE));
    }

    /** One problem in a form. */
    void tell(Problem problem, Format format) {
        surroundings.out().flush();
        problem.lines().forEach(trace::error);
        surroundings.err().print(Printers.problems(format, theme).print(problem));
        surroundings.err().flush();
    }
}
