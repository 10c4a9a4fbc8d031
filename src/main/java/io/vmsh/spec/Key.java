package io.vmsh.spec;

import java.util.Set;

/**
 * A parameter that carries a value, and the typed key by which a command reads it.
 *
 * @param <T> what the value is read as
 */
public sealed interface Key<T> extends Parameter permits Arg, Opt, Rest {
    /** How its words are read and completed. */
    Value<T> value();

    /** One sentence for help. */
    String help();

    /** Whether the command is refused without it. */
    boolean required();

    /** Whether the empty string is a value; elsewhere it is an error when the value is read. */
    boolean allowsEmpty();

    /** Whether a bare word may fill it; false when it must be named with {@code --}. */
    boolean positional();

    /** Whether the next bare word fills it, when the parameters of these names were given. */
    default boolean takesBareWord(Set<String> given) {
        return positional() && (this instanceof Rest<?> || !given.contains(name()));
    }
}
