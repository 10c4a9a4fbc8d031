package io.vmsh.batch;

import io.vmsh.advice.Problem;
import io.vmsh.session.Session;
import io.vmsh.spec.Invocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a script is run and shown. */
public interface Stage {
    /** Tells what is about to be done; for a step on several hosts, called once a host. */
    void announce(StepRun run);

    /**
     * Tells what is about to be run, one after the other unless one of them fails: what only looks may be asked before
     * its turn.
     */
    default void expect(List<Step> steps) {}

    /**
     * Runs a statement and shows what it has to show.
     *
     * @param host the session to run it on, in a block for several: what it has to show is kept for {@link #together};
     *     null for whichever the statement names, or the current one
     */
    Ended run(StepRun run, Invocation statement, @Nullable Session host);

    /** Shows together what steps had to show on several hosts. */
    void together(List<Step> steps, List<Session> hosts);

    /** Makes sure that what a statement that was left running works with is not used again. */
    void abandon(Invocation statement, @Nullable Session host);

    /** Tells of a failure that does not end the script. */
    void tell(StepRun run, Problem problem);

    /**
     * Asks a question.
     *
     * @param hidden whether the answer may be seen while it is typed
     * @return null when there is no answer
     */
    @Nullable
    String ask(String question, boolean hidden);

    /** Says something aside. */
    void say(String line);
}
