package io.vmsh.spec;

/** What a lexer finds, with its place: offsets into the text, the end exclusive. */
public sealed interface Token {
    int start();

    int end();

    /** A word with quotes and escapes taken away. */
    record Word(String text, int start, int end) implements Token {}

    /** The end of one statement: {@code ;}, a line break or a comment. */
    record Separator(int start, int end) implements Token {}

    /** The end of the text. */
    record End(int start, int end) implements Token {}
}
