package io.vmsh.probe;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words for a POSIX shell. */
public final class PosixWords {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private PosixWords() {}

    /** One word, so that a shell takes it as it is, whatever is in it. */
    public static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** A command line of several words for people to read: only what needs quotes has them. */
    public static String plain(List<String> words) {
        return words.stream()
                .map(word -> PLAIN.matcher(word).matches() ? word : quote(word))
                .collect(Collectors.joining(" "));
    }

    /** A command line of several words. */
    public static String join(List<String> words) {
        return words.stream().map(PosixWords::quote).collect(Collectors.joining(" "));
    }
}
