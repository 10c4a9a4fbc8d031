package io.vmsh.spec;

import java.util.Iterator;
import java.util.List;

/** One statement's words, which somebody else has read. */
public final class TokensLexer implements Lexer {
    private final Iterator<Token.Word> words;
    private int end;

    public TokensLexer(List<Token.Word> words) {
        this.words = words.iterator();
    }

    @Override
    public Token next() {
        if (!words.hasNext()) {
            return new Token.End(end, end);
        }
        Token.Word word = words.next();
        end = word.end();
        return word;
    }
}
