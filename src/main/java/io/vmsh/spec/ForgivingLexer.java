package io.vmsh.spec;

import java.util.ArrayList;
import java.util.List;

/** Splits text that is still being typed: an open quote or a last backslash ends with the text. */
public final class ForgivingLexer {
    private ForgivingLexer() {}

    /** All tokens of a text, the {@link Token.End} last; places are within the text. */
    public static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        LineLexer lexer = new LineLexer(text);
        try {
            Token token;
            do {
                token = lexer.next();
                tokens.add(token);
            } while (!(token instanceof Token.End));
            return tokens;
        } catch (UsageException open) {
            return within(text.length(), tokens(closed(text, open)));
        }
    }

    private static String closed(String text, UsageException open) {
        boolean isBackslash = text.charAt(open.start()) == '\\';
        return isBackslash ? text.substring(0, text.length() - 1) : text + '"';
    }

    private static List<Token> within(int length, List<Token> tokens) {
        return tokens.stream()
                .map(token -> switch (token) {
                    case Token.Word word when word.end() > length -> new Token.Word(word.text(), word.start(), length);
                    case Token.End end when end.end() > length -> new Token.End(length, length);
                    default -> token;
                })
                .toList();
    }
}
