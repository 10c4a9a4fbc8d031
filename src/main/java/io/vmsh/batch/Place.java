package io.vmsh.batch;

/**
 * A place in a script.
 *
 * @param file as it was named
 * @param line counted from 1
 * @param column of its first character, counted from 1
 * @param length characters it is long, on that line
 * @param text the line that it is on
 */
public record Place(String file, int line, int column, int length, String text) {
    /** Characters of a long line that are shown. */
    private static final int ROOM = 120;

    /** {@code FILE:LINE}. */
    public String fileAndLine() {
        return file + ":" + line;
    }

    /** {@code FILE:LINE:COLUMN: message}, then the line with carets under the place. */
    public String describe(String message) {
        int from = Math.max(0, Math.min(column - 1 - ROOM / 2, text.length() - ROOM));
        String shown =
                text.substring(from, Math.min(text.length(), from + ROOM)).replaceAll("\\p{Cntrl}", " ");
        int before = column - 1 - from;
        int carets = Math.max(1, Math.min(length, shown.length() - before));
        return "%s:%d:%d: %s\n  %s\n  %s%s"
                .formatted(file, line, column, message, shown, " ".repeat(before), "^".repeat(carets));
    }
}
