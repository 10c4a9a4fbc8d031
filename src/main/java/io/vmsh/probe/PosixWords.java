package io.vmsh.probe;

import java.util.List;
import java.util.stream.Collectors;

/** Words for a POSIX shell. */
public final class PosixWords {
    private PosixWords() {}

    /** One word, so that a shell takes it as it is, whatever is in it. */
    public static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** A command line of several words. */
    public static String join(List<String> words) {
        return words.stream().map(PosixWords::quote).collect(Collectors.joining(" "));
    }
}
