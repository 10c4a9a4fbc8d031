package io.vmsh.guide;

/** Who is with a guide while it is walked. */
public interface Walker {
    /** What to do about a step that is not right. */
    enum Decision {
        APPLY,
        /** Leave it, go on with the next. */
        SKIP,
        /** Leave it and all others. */
        STOP
    }

    /** Whether nothing is to be changed: then what waits for another step is looked at all the same. */
    boolean onlyLooks();

    /** Whether the person has had enough: the change under way is finished, and no other is made. */
    default boolean stopped() {
        return false;
    }

    /** A step is about to be looked at or changed; for a line that says so. */
    void at(Step step);

    /** Decides about a step with changes. */
    Decision decide(Step step, Look.Missing missing);

    /** A step is over. */
    void over(StepResult result);
}
