package io.vmsh.spec;

/**
 * Splits text by virsh's rules: words end at blanks, {@code ;} and line breaks; {@code '…'} is literal; {@code "…"} and
 * bare text know {@code \} escapes; {@code \} before a line break joins lines; {@code #} at the start of a word opens a
 * comment. An open {@code '} ends with the text, as virsh lets it.
 */
public final class LineLexer implements Lexer {
    private final String text;
    private int position;

    public LineLexer(String text) {
        this.text = text;
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
        boolean single = false;
        int doubleAt = -1;
        while (!atEnd()) {
            char c = text.charAt(position);
            boolean quoted = single || doubleAt >= 0;
            if (!quoted && (c == ' ' || c == '\t' || c == ';' || c == '\n')) {
                break;
            }
            position++;
            if (doubleAt < 0 && c == '\'') {
                single = !single;
            } else if (!single && c == '"') {
                doubleAt = doubleAt < 0 ? position - 1 : -1;
            } else if (!single && c == '\\') {
                escaped(word);
            } else {
                word.append(c);
            }
        }
        if (doubleAt >= 0) {
            throw new UsageException("missing \"", doubleAt, text.length());
        }
        return new Token.Word(word.toString(), start, position);
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
