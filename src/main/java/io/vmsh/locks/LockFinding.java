package io.vmsh.locks;

import java.util.List;

/**
 * Something about locks that an operator should know.
 *
 * @param hosts the sessions that it is about
 * @param sentence what was seen, and what it means
 * @param remedies what to do about it: statements, or sentences where it takes other means
 */
public record LockFinding(Level level, List<String> hosts, String sentence, List<String> remedies) {
    public LockFinding {
        hosts = List.copyOf(hosts);
        remedies = List.copyOf(remedies);
    }

    /** How bad it is. */
    public enum Level {
        /** A disk can be written by two guests, or guests cannot start. */
        PROBLEM("problem"),
        /** Nobody can tell. */
        UNKNOWN("unknown"),
        /** It is so, and one should know. */
        NOTICE("notice");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
