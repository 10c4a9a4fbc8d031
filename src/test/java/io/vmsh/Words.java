package io.vmsh;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a command line as a calling shell does: blanks, {@code '…'}, {@code "…"} and {@code \}. */
final class Words {
    private static final Pattern PIECE =
            Pattern.compile("'([^']*)'|\"((?:\\\\.|[^\"])*)\"|\\\\(.)|([^\\s'\"\\\\]+)|(\\s+)");

    private Words() {}

    static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        Matcher piece = PIECE.matcher(line);
        while (piece.find()) {
            if (piece.group(5) != null) {
                if (word != null) {
                    words.add(word.toString());
                }
                word = null;
                continue;
            }
            word = word == null ? new StringBuilder() : word;
            if (piece.group(1) != null) {
                word.append(piece.group(1));
            } else if (piece.group(2) != null) {
                word.append(piece.group(2).replaceAll("\\\\([\"\\\\$`])", "$1"));
            } else {
                word.append(piece.group(3) != null ? piece.group(3) : piece.group(4));
            }
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }
}
