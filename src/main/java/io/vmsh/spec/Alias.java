package io.vmsh.spec;

import org.jspecify.annotations.Nullable;

/**
 * An old name of a parameter declared after it. With a value it stands for {@code --target=value} and takes none
 * itself.
 */
public record Alias(String name, String target, @Nullable String value) implements Parameter {
    /** Another name for {@code target}. */
    public static Alias of(String name, Parameter target) {
        return new Alias(name, target.name(), null);
    }

    /** A word that stands for {@code --target=value}. */
    public static Alias of(String name, Key<?> target, String value) {
        return new Alias(name, target.name(), value);
    }
}
