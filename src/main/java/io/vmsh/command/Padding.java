package io.vmsh.command;

import java.nio.charset.StandardCharsets;

/** Blanks behind a text. */
public final class Padding {
    private Padding() {}

    /** Fills up to a number of bytes in UTF-8, as {@code printf("%-20s")} in C does; only ASCII lines up by it. */
    public static String toBytes(String text, int bytes) {
        int missing = bytes - text.getBytes(StandardCharsets.UTF_8).length;
        return missing > 0 ? text + " ".repeat(missing) : text;
    }
}
