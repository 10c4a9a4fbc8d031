package io.vmsh.spec;

import org.jspecify.annotations.Nullable;

/**
 * What a word stands for in its statement.
 *
 * @param word the word and its place
 * @param role what it stands for
 * @param parameter the option it names or the parameter it fills, if there is one
 */
public record Part(Token.Word word, Role role, @Nullable Parameter parameter) {
    /** The kinds of words. */
    public enum Role {
        COMMAND,
        UNKNOWN_COMMAND,
        /** {@code --name}, also with its value behind a {@code =}. */
        OPTION,
        UNKNOWN_OPTION,
        /** The value of a parameter. */
        VALUE,
        /** A word that nothing takes. */
        EXCESS
    }
}
