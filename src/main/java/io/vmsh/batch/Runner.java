package io.vmsh.batch;

import java.util.List;

/** Runs a script's statements in order, until one fails. */
public final class Runner {
    private Runner() {}

    /** How one statement ended. */
    public enum Step {
        DONE,
        FAILED,
        /** It asked to leave the script. */
        LEAVE
    }

    /** Runs single statements. */
    @FunctionalInterface
    public interface Steps {
        Step run(Script.Statement statement);
    }

    /** How a script ended. */
    public sealed interface Ending {
        record Finished() implements Ending {}

        /**
         * A statement failed, or the script was interrupted before it.
         *
         * @param notRun what comes after it
         */
        record Stopped(Script.Statement at, List<Script.Statement> notRun) implements Ending {}
    }

    /** Runs a script that has no mistakes. */
    public static Ending run(Script script, Steps steps) {
        List<Script.Statement> all = script.statements();
        for (int i = 0; i < all.size(); i++) {
            Step step = Thread.interrupted() ? Step.FAILED : steps.run(all.get(i));
            switch (step) {
                case DONE -> {}
                case LEAVE -> {
                    return new Ending.Finished();
                }
                case FAILED -> {
                    return new Ending.Stopped(all.get(i), all.subList(i + 1, all.size()));
                }
            }
        }
        return new Ending.Finished();
    }
}
