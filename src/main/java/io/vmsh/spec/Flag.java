package io.vmsh.spec;

/** An option without a value: it is there or it is not. */
public record Flag(String name, String help) implements Parameter {
    /** A flag. */
    public static Flag of(String name, String help) {
        return new Flag(name, help);
    }
}
