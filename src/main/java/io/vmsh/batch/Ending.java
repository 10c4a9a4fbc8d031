package io.vmsh.batch;

import io.vmsh.advice.Problem;
import java.util.List;

/**
 * How a script ended.
 *
 * @param failures in reading order
 * @param notRun the steps that were not begun because it ended early, in reading order
 * @param partly whether all that failed was done on some of several hosts
 */
public record Ending(How how, List<Failure> failures, List<NotRun> notRun, boolean partly) {
    public Ending {
        failures = List.copyOf(failures);
        notRun = List.copyOf(notRun);
    }

    /** The ways to end. */
    public enum How {
        /** It came to its end; with failures only when it was to keep going. */
        FINISHED,
        /** A failure stopped it. */
        STOPPED,
        INTERRUPTED
    }

    /** A run of a step that failed. */
    public record Failure(StepRun run, Problem problem) {}

    /**
     * A step that was not run.
     *
     * @param hosts the sessions of a block that it was not run on; empty when it was not run at all
     */
    public record NotRun(Step step, List<String> hosts) {
        public NotRun {
            hosts = List.copyOf(hosts);
        }
    }
}
