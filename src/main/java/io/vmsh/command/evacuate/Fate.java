package io.vmsh.command.evacuate;

import io.vmsh.evacuation.Evacuee;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * What became of a guest.
 *
 * @param host where it is; empty when nobody knows
 * @param time of the move that ended it, if there was one
 * @param why it stayed, or what is worth knowing; may be empty
 */
record Fate(Evacuee guest, Kind kind, String host, Optional<Duration> time, String why) {
    /** Whether none has to be looked for again. */
    static boolean allSeen(Collection<Fate> fates) {
        return fates.stream().noneMatch(fate -> fate.kind() == Kind.UNSEEN);
    }

    enum Kind {
        MOVED("moved"),
        STAYED("stayed"),
        /** It is at neither place, or at both. */
        LOST("unclear"),
        /** A host that may have it does not answer: it can be looked for again. */
        UNSEEN("unclear");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word for people and programs. */
        String word() {
            return word;
        }
    }
}
