package io.vmsh.batch;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A script's text, which knows its lines. */
public final class Source {
    private final Path file;
    private final String name;
    private final String text;
    private final String sha256;
    private final int[] lineStarts;

    /**
     * A text.
     *
     * @param file where it is, absolute
     * @param name what it is called in messages: as it was typed
     * @param text with {@code \n} at the end of its lines
     * @param sha256 of the file's bytes, in hexadecimal digits
     */
    public Source(Path file, String name, String text, String sha256) {
        this.file = file;
        this.name = name;
        this.text = text;
        this.sha256 = sha256;
        this.lineStarts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(i -> text.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
    }

    public Path file() {
        return file;
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** Of the file's bytes, in hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** The place of a stretch of the text; it ends with its line. */
    Place place(int start, int end) {
        int from = Math.min(start, text.length());
        int line = lineOf(from);
        int lineEnd = line + 1 < lineStarts.length ? lineStarts[line + 1] - 1 : text.length();
        return new Place(
                name,
                line + 1,
                from - lineStarts[line] + 1,
                Math.max(1, Math.min(end, lineEnd) - from),
                text.substring(lineStarts[line], lineEnd));
    }

    /** Whether nothing but blanks stands before an offset on its line. */
    boolean beginsLine(int offset) {
        return text.substring(lineStarts[lineOf(offset)], offset).isBlank();
    }

    private int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }
}
