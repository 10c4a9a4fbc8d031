package io.vmsh.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run of vmsh is given by its caller besides words.
 *
 * @param environment the environment variables
 * @param directory the working directory
 * @param terminals which of the three streams are terminals
 * @param in standard input
 * @param out standard output: data
 * @param err the error stream: all else
 */
public record Surroundings(
        Map<String, String> environment,
        Path directory,
        Terminals terminals,
        InputStream in,
        PrintStream out,
        PrintStream err) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Which streams are terminals. */
    public record Terminals(boolean in, boolean out, boolean err) {
        public static final Terminals NONE = new Terminals(false, false, false);
    }

    /** A variable that is set and not empty. */
    @Nullable
    String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
