package io.vmsh.render;

import io.vmsh.advice.Problem;

/** Puts problems on paper. */
@FunctionalInterface
public interface ProblemPrinter {
    /** The text of a problem, with its line breaks. */
    String print(Problem problem);
}
