package io.vmsh.batch;

/**
 * A word of a script.
 *
 * @param raw as it is written, quotes and all
 * @param template what it stands for
 * @param start where it begins in its text
 * @param end where it ends
 */
record Word(String raw, Template template, int start, int end) {
    /** Whether it is this word of the language; in quotes it would be none. */
    boolean is(String keyword) {
        return raw.equals(keyword);
    }
}
