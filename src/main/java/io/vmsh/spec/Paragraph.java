package io.vmsh.spec;

import java.util.ArrayList;
import java.util.List;

/** Text broken between words. */
public final class Paragraph {
    private Paragraph() {}

    /** Lines of at most so many columns; a word that is wider stays whole on a line of its own. */
    public static List<String> lines(String text, int columns) {
        return lines(List.of(text.strip().split("\\s+", -1)), columns);
    }

    /** The same of words that were told apart already, and may hold blanks. */
    public static List<String> lines(List<String> words, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
