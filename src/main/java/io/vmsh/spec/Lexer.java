package io.vmsh.spec;

/** Where the {@link Binder} takes its words from, one at a time, so that the first mistake in reading order is told. */
public sealed interface Lexer permits LineLexer, WordsLexer, TokensLexer {
    /**
     * The next token.
     *
     * @throws UsageException when the text cannot be split further
     */
    Token next();
}
