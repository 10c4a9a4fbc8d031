package io.vmsh.spec;

import java.util.List;

/** What completion may offer for a value. */
public sealed interface Suggests {
    /** Nothing to offer: free text. */
    Suggests NOTHING = new Words(List.of(), "");
    /** Names of files. */
    Suggests FILES = new Files();

    /** Fixed words; with a separator, several in one word. */
    record Words(List<String> words, String separator) implements Suggests {
        /** One of the words. */
        public Words(List<String> words) {
            this(words, "");
        }
    }

    /** Objects of the current session or of the one that is named, in any or in given states. */
    record Objects(Noun noun, List<String> states) implements Suggests {}

    /** Paths below the working directory. */
    record Files() implements Suggests {}
}
