package io.vmsh.recovery;

import io.vmsh.advice.Advice.Remedy;
import java.util.List;
import java.util.Locale;

/**
 * What the sights of all hosts mean, and the way out.
 *
 * @param situation a short stable name
 * @param headline where the guest is, in one sentence
 * @param facts what else was found out
 * @param steps in order, each safe after the one before, to where the guest is on one host only
 * @param choices what only a person can decide
 */
public record Recovery(
        Situation situation, String headline, List<String> facts, List<Remedy> steps, List<Remedy> choices) {
    public Recovery {
        facts = List.copyOf(facts);
        steps = List.copyOf(steps);
        choices = List.copyOf(choices);
    }

    /** What may be. */
    public enum Situation {
        /** The guest is on one host, which keeps its definition; nothing of it is anywhere else. */
        CLEAN,
        /** It is well where it is, but other hosts have something of it, or its own does not keep it. */
        LEFTOVERS,
        /** It is being moved. */
        MOVING,
        /** It is being moved, and does not get on. */
        STUCK,
        /** A post-copy migration is under way. */
        POSTCOPY,
        /** A post-copy migration broke down. */
        POSTCOPY_FAILED,
        /** It runs on two hosts. */
        TWICE,
        /** It stands still. */
        PAUSED,
        /** It stands still on several hosts, and runs nowhere. */
        PAUSED_TWICE,
        /** It does not run, and its definition is on one host. */
        OFF,
        /** It does not run, and its definition is on several hosts. */
        OFF_TWICE,
        /** It may run on a host that does not answer. */
        UNSURE,
        /** No host knows it. */
        GONE;

        /** The name as programs read it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether nothing is left to do. */
        public boolean well() {
            return switch (this) {
                case CLEAN, OFF, MOVING, POSTCOPY -> true;
                case LEFTOVERS, STUCK, POSTCOPY_FAILED, TWICE, PAUSED, PAUSED_TWICE, OFF_TWICE, UNSURE, GONE -> false;
            };
        }
    }
}
