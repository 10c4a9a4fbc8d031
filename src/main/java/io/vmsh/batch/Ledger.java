package io.vmsh.batch;

/**
 * Is told of each run of a step before it begins and after it has ended; of steps side by side on several threads. Of
 * blocks themselves it hears nothing, only of what is in them.
 */
public interface Ledger {
    /** One that does not care. */
    Ledger NONE = new Ledger() {
        @Override
        public boolean before(StepRun run) {
            return true;
        }

        @Override
        public void after(StepRun run, Ended ended) {}
    };

    /**
     * Called before it begins.
     *
     * @return whether to run it; false when an earlier run of the script has done it
     * @throws JournalException when it cannot be written down: the script ends before this step
     */
    boolean before(StepRun run);

    /**
     * Called when it has ended.
     *
     * @throws JournalException when that cannot be written down: the script ends here
     */
    void after(StepRun run, Ended ended);
}
