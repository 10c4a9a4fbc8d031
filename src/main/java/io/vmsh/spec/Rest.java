package io.vmsh.spec;

/**
 * The last parameter of a command: takes every word that is left.
 *
 * @param <T> what each word is read as
 * @param verbatim whether, from its first word on, words that look like options are taken as they are; so
 *     {@code on all list --all} hands {@code list --all} over whole
 */
public record Rest<T>(String name, Value<T> value, String help, boolean required, boolean allowsEmpty, boolean verbatim)
        implements Key<T> {

    /** Any number of words, also none. */
    public static <T> Rest<T> of(String name, Value<T> value, String help) {
        return new Rest<>(name, value, help, false, false, false);
    }

    /** The same parameter, required at least once. */
    public Rest<T> mandatory() {
        return new Rest<>(name, value, help, true, allowsEmpty, verbatim);
    }

    /** The same parameter, taking options of the words it holds as words too. */
    public Rest<T> asTyped() {
        return new Rest<>(name, value, help, required, allowsEmpty, true);
    }

    /** The same parameter, taking the empty string as a value. */
    public Rest<T> orEmpty() {
        return new Rest<>(name, value, help, required, true, verbatim);
    }

    @Override
    public boolean positional() {
        return true;
    }
}
