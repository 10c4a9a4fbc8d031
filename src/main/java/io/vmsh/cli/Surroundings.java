package io.vmsh.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a run of vmsh is given by its caller besides words.
 *
 * @param environment the environment variables
 * @param directory the working directory
 * @param in standard input
 * @param out standard output: data
 * @param err the error stream: all else
 */
public record Surroundings(
        Map<String, String> environment, Path directory, InputStream in, PrintStream out, PrintStream err) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
