package io.vmsh.command;

import io.vmsh.advice.Problem;
import org.jspecify.annotations.Nullable;

/** How a statement ended. */
public sealed interface Outcome {
    record Success(Result result) implements Outcome {}

    /** It failed, after perhaps showing something. */
    record Failure(@Nullable Result shown, Problem problem) implements Outcome {}

    /** The exit code of a process whose last statement this was. */
    default int exitCode() {
        return switch (this) {
            case Success success -> 0;
            case Failure failure -> failure.problem().exitCode();
        };
    }
}
