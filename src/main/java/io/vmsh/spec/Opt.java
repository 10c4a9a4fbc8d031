package io.vmsh.spec;

/**
 * An option with a value: {@code --name value}, {@code --name=value}, or a bare word in its turn.
 *
 * @param <T> what the value is read as
 */
public record Opt<T>(
        String name,
        Value<T> value,
        String help,
        boolean required,
        boolean positional,
        boolean allowsEmpty,
        boolean secret)
        implements Key<T> {

    /** An optional option that a bare word may fill. */
    public static <T> Opt<T> of(String name, Value<T> value, String help) {
        return new Opt<>(name, value, help, false, true, false, false);
    }

    /** The same option, required. */
    public Opt<T> mandatory() {
        return new Opt<>(name, value, help, true, positional, allowsEmpty, secret);
    }

    /** The same option, never filled by a bare word. */
    public Opt<T> named() {
        return new Opt<>(name, value, help, required, false, allowsEmpty, secret);
    }

    /** The same option, taking the empty string as a value. */
    public Opt<T> orEmpty() {
        return new Opt<>(name, value, help, required, positional, true, secret);
    }

    /** The same option, whose value never reaches history, journal or log. */
    public Opt<T> hidden() {
        return new Opt<>(name, value, help, required, positional, allowsEmpty, true);
    }
}
