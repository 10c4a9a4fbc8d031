package io.vmsh.shell;

/** Puts a word into a line so that the lexer reads it back as it is, with the quotes that are open already. */
final class Quoting {
    private static final String SPECIAL = " \t\n;'\"\\";

    private Quoting() {}

    /**
     * The word as it goes into the line.
     *
     * @param typed what stands there for it now
     * @param complete whether the word ends here; else a quote stays open
     * @param around the quote that holds the whole statement, which the word's own must not close; 0 for none
     */
    static String quoted(String word, String typed, boolean complete, char around) {
        int head = word.startsWith("--") ? word.indexOf('=') + 1 : 0;
        String value = word.substring(head);
        char quote = openQuote(typed);
        if (quote == 0 && needsQuotes(value)) {
            quote = value.indexOf('\'') < 0 && around != '\'' ? '\'' : '"';
        }
        return word.substring(0, head) + (quote == 0 ? value : within(quote, value) + (complete ? quote : ""));
    }

    /** The quote that a text leaves open; 0 for none. */
    static char openQuote(String typed) {
        char open = 0;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == '\\' && open != '\'') {
                i++;
            } else if (open == 0 && (c == '\'' || c == '"')) {
                open = c;
            } else if (c == open) {
                open = 0;
            }
        }
        return open;
    }

    private static boolean needsQuotes(String value) {
        return value.startsWith("#") || value.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0);
    }

    private static String within(char quote, String value) {
        return quote == '\''
                ? quote + value.replace("'", "'\"'\"'")
                : quote + value.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
