package io.vmsh.spec;

import org.jspecify.annotations.Nullable;

/** An option without a value: it is there or it is not. */
public record Flag(String name, String help) implements Parameter {
    /** A flag. */
    public static Flag of(String name, String help) {
        return new Flag(name, help);
    }

    // A record's own two methods are put together when first called: 30 ms of each start, for flags are keys of maps.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Flag flag && flag.name.equals(name) && flag.help.equals(help);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
