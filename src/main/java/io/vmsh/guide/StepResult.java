package io.vmsh.guide;

import java.util.List;

/**
 * What came of a step.
 *
 * @param told what was seen or what went wrong, one sentence
 * @param changes made or, in a run that changes nothing, to be made
 */
public record StepResult(String place, String title, State state, String told, List<Change> changes) {
    public StepResult {
        changes = List.copyOf(changes);
    }

    /** How a step ended. */
    public enum State {
        /** It was right already. */
        RIGHT("ok"),
        /** It was put right. */
        DONE("done"),
        /** It was taken back. */
        UNDONE("undone"),
        /** It is not right, and nothing was changed. */
        MISSING("missing"),
        /** It is not right, and a person said to leave it so. */
        SKIPPED("skipped"),
        /** Nothing was done from here on, as a person said. */
        STOPPED("stopped"),
        /** Another step has to be right first. */
        WAITING("waiting"),
        FAILED("failed");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** For people and programs. */
        public String word() {
            return word;
        }

        /** Whether all is well with it. */
        public boolean good() {
            return this == RIGHT || this == DONE || this == UNDONE;
        }
    }
}
