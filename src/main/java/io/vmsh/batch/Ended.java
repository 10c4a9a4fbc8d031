package io.vmsh.batch;

import io.vmsh.advice.Problem;

/** How one run of a step ended. */
public sealed interface Ended {
    record Done() implements Ended {}

    /**
     * It failed.
     *
     * @param unknown whether it may be done all the same, because nobody saw its end
     */
    record Failed(Problem problem, boolean unknown) implements Ended {
        /** It failed, or its connection did before it was seen how it ended. */
        public Failed(Problem problem) {
            this(problem, problem.cause() != null && problem.cause().lostConnection());
        }
    }

    /** It asked to leave the script. */
    record Leave() implements Ended {}
}
