package io.vmsh.spec;

/**
 * A required argument, usually given as a bare word.
 *
 * @param <T> what the value is read as
 */
public record Arg<T>(String name, Value<T> value, String help, boolean allowsEmpty) implements Key<T> {
    /** A required argument that refuses the empty string. */
    public static <T> Arg<T> of(String name, Value<T> value, String help) {
        return new Arg<>(name, value, help, false);
    }

    /** The same argument, taking the empty string as a value. */
    public Arg<T> orEmpty() {
        return new Arg<>(name, value, help, true);
    }

    @Override
    public boolean required() {
        return true;
    }

    @Override
    public boolean positional() {
        return true;
    }
}
