package io.vmsh.spec;

import java.util.List;

/** Words that the calling shell has split already: no quoting, no separators, no comments. */
public final class WordsLexer implements Lexer {
    private final List<String> words;
    private int index;
    private int offset;

    public WordsLexer(List<String> words) {
        this.words = List.copyOf(words);
    }

    @Override
    public Token next() {
        if (index == words.size()) {
            return new Token.End(offset, offset);
        }
        String word = words.get(index++);
        int start = offset;
        offset += word.length() + 1;
        return new Token.Word(word, start, start + word.length());
    }
}
