package io.vmsh.command;

import io.vmsh.advice.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a statement ended. */
public sealed interface Outcome {
    record Success(Result result) implements Outcome {}

    /** It failed, after perhaps showing something. */
    record Failure(@Nullable Result shown, Problem problem) implements Outcome {}

    /** The same ending, with what was shown before it. */
    default Outcome after(List<Result> early) {
        List<Result> all = new ArrayList<>(early);
        return switch (this) {
            case Success success -> {
                all.add(success.result());
                yield new Success(new Result.Sequence(all));
            }
            case Failure failure -> {
                if (failure.shown() != null) {
                    all.add(failure.shown());
                }
                yield new Failure(new Result.Sequence(all), failure.problem());
            }
        };
    }

    /** The exit code of a process whose last statement this was. */
    default int exitCode() {
        return switch (this) {
            case Success success -> 0;
            case Failure failure -> failure.problem().exitCode();
        };
    }
}
