package io.vmsh.spec;

/** One thing a command accepts, in the order in which data words fill it. */
public sealed interface Parameter permits Flag, Alias, Key {
    /** The name as typed after {@code --}. */
    String name();
}
