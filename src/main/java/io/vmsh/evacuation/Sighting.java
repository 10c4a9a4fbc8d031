package io.vmsh.evacuation;

/**
 * What the two hosts of a move say about the guest, once the call that moved it is over or its process is gone. The state
 * of the hosts counts, not what the call returned: a call may fail after the guest has moved.
 */
public record Sighting(Seen source, Seen target) {
    /** What one host says. */
    public sealed interface Seen {
        /** It does not know the guest. */
        record Absent() implements Seen {}

        /** It has the guest's definition, and nothing runs. */
        record Off() implements Seen {}

        /**
         * It has the guest's memory.
         *
         * @param running whether its processors are
         * @param moving whether a migration of it is under way, in or out
         */
        record Active(boolean running, boolean moving) implements Seen {}

        /** It does not answer. */
        record Silent(String why) implements Seen {}
    }

    /** Where the guest is. */
    public enum Answer {
        /** At the target, and only there. */
        MOVED,
        /** Where it was, and only there. */
        STAYED,
        /** The migration is still under way. */
        MOVING,
        /** It does not run any more, or has been taken away by somebody else. */
        GONE,
        /** Both hosts say that it runs there. */
        TWICE,
        /** A host that may have it does not answer. */
        UNKNOWN
    }

    /**
     * Where a guest is.
     *
     * @param ran whether it was active before
     */
    public Answer answer(boolean ran) {
        return ran ? whereItRuns() : whereItIsDefined();
    }

    /** What is not clear while the answer is {@link Answer#MOVING} or {@link Answer#UNKNOWN}, and what to do about it. */
    public String unclear(String from, String to) {
        String what = source instanceof Seen.Silent
                ? "%s does not answer, so nobody knows whether it has left".formatted(from)
                : target instanceof Seen.Silent
                        ? "it has left %s, and %s does not answer".formatted(from, to)
                        : "it seems to be on its way from %s to %s still".formatted(from, to);
        return what + ": start it nowhere, 'migrate-recover' tells more";
    }

    private Answer whereItRuns() {
        return switch (source) {
            case Seen.Active here ->
                switch (target) {
                    case Seen.Active there -> here.moving() || there.moving() ? Answer.MOVING : Answer.TWICE;
                    // A target that is silent was never told to go on: the source would not have it active otherwise.
                    case Seen.Absent _, Seen.Off _, Seen.Silent _ -> here.moving() ? Answer.MOVING : Answer.STAYED;
                };
            case Seen.Absent _, Seen.Off _ ->
                switch (target) {
                    case Seen.Active there -> there.moving() ? Answer.MOVING : Answer.MOVED;
                    case Seen.Absent _, Seen.Off _ -> Answer.GONE;
                    case Seen.Silent _ -> Answer.UNKNOWN;
                };
            case Seen.Silent _ ->
                target instanceof Seen.Active(boolean running, boolean moving) && running && !moving
                        ? Answer.MOVED
                        : Answer.UNKNOWN;
        };
    }

    private Answer whereItIsDefined() {
        return switch (source) {
            case Seen.Off _, Seen.Active _ -> Answer.STAYED;
            case Seen.Absent _ ->
                switch (target) {
                    case Seen.Off _, Seen.Active _ -> Answer.MOVED;
                    case Seen.Absent _ -> Answer.GONE;
                    case Seen.Silent _ -> Answer.UNKNOWN;
                };
            case Seen.Silent _ -> Answer.UNKNOWN;
        };
    }
}
