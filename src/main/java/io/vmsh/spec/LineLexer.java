package io.vmsh.spec;

/**
 * Splits text by virsh's rules: words end at blanks, {@code ;} and line breaks; {@code '…'} is literal; {@code "…"} and
 * bare text know {@code \} escapes; {@code \} before a line break joins lines; {@code #} at the start of a word opens a
 * comment. An open {@code '} ends with the text, as virsh lets it; in a file, every quote ends on the line that it begins
 * on, so that one left open does not hide the lines after it.
 */
public final class LineLexer implements Lexer {
    private final String text;
    private final boolean ofFile;
    private int position;

    /** Reads a line, or a text that was given as one. */
    public LineLexer(String text) {
        this(text, false);
    }

    private LineLexer(String text, boolean ofFile) {
        this.text = text;
        this.ofFile = ofFile;
    }

    /** Reads the text of a file. After a mistake it goes on with the next line. */
    public static LineLexer ofFile(String text) {
        return new LineLexer(text, true);
    }

    @Override
    public Token next() {
        skipBlanks();
        int start = position;
        if (atEnd()) {
            return new Token.End(start, start);
        }
        return switch (text.charAt(position)) {
            case ';', '\n' -> new Token.Separator(start, ++position);
            case '#' -> comment(start);
            default -> word(start);
        };
    }

    private void skipBlanks() {
        while (!atEnd()) {
            char c = text.charAt(position);
            if (c == ' ' || c == '\t') {
                position++;
            } else if (c == '\\' && followedByLineBreak()) {
                position += 2;
            } else {
                return;
            }
        }
    }

    private Token comment(int start) {
        int lineBreak = text.indexOf('\n', position);
        position = lineBreak < 0 ? text.length() : lineBreak + 1;
        return new Token.Separator(start, position);
    }

    private Token word(int start) {
        StringBuilder word = new StringBuilder();
        int singleAt = -1;
        int doubleAt = -1;
        while (!atEnd()) {
            char c = text.charAt(position);
            boolean quoted = singleAt >= 0 || doubleAt >= 0;
            if (quoted ? ofFile && c == '\n' : isEnd(c)) {
                break;
            }
            position++;
            if (doubleAt < 0 && c == '\'') {
                singleAt = singleAt < 0 ? position - 1 : -1;
            } else if (singleAt < 0 && c == '"') {
                doubleAt = doubleAt < 0 ? position - 1 : -1;
            } else if (singleAt < 0 && c == '\\') {
                escaped(word);
            } else {
                word.append(c);
            }
        }
        if (doubleAt >= 0) {
            throw new UsageException("missing \"", doubleAt, position);
        }
        if (ofFile && singleAt >= 0) {
            throw new UsageException("missing '", singleAt, position);
        }
        return new Token.Word(word.toString(), start, position);
    }

    private static boolean isEnd(char c) {
        return c == ' ' || c == '\t' || c == ';' || c == '\n';
    }

    private void escaped(StringBuilder word) {
        if (atEnd()) {
            throw new UsageException("dangling \\", position - 1, position);
        }
        char c = text.charAt(position++);
        if (c != '\n') {
            word.append(c);
        }
    }

    private boolean followedByLineBreak() {
        return position + 1 < text.length() && text.charAt(position + 1) == '\n';
    }

    private boolean atEnd() {
        return position == text.length();
    }
}
