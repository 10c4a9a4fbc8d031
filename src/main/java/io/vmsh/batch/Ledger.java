package io.vmsh.batch;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    /**
     * What a run finds out once and keeps when it is resumed: which guests a loop goes through, an answer. Never a secret.
     * A ledger that is not kept finds it out each time.
     *
     * @param look finds it out; called unless it was written down before, and null is not written down
     * @throws JournalException when it cannot be written down: the script ends here
     */
    default @Nullable String noted(String name, Supplier<@Nullable String> look) {
        return look.get();
    }
}
