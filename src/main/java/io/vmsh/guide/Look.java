package io.vmsh.guide;

import java.util.List;

/** What a look at a step found. */
public sealed interface Look {
    /** What was seen, one sentence. */
    String evidence();

    /** It is as it should be. */
    record Right(String evidence) implements Look {}

    /** It is not, and these changes put it right, in this order. */
    record Missing(String evidence, List<Change> changes) implements Look {
        public Missing {
            changes = List.copyOf(changes);
        }

        public Missing(String evidence, Change... changes) {
            this(evidence, List.of(changes));
        }
    }

    /**
     * It is not, and no change that a guide would make puts it right.
     *
     * @param advice what a person can do about it
     */
    record Stuck(String evidence, String advice) implements Look {}
}
