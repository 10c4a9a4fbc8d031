package io.vmsh.guide;

/** Texts of files, line by line. */
public final class TextLines {
    private TextLines() {}

    /** The text with a line at its end; the one before it gets the line break that it may lack. */
    public static String with(String text, String line) {
        String ended = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        return ended + line + "\n";
    }
}
