package io.vmsh;

import io.vmsh.Transcript.Output;
import io.vmsh.cli.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The two shells that a transcript can be played on. */
final class Shells {
    private static final int PATIENCE_SECONDS = 20;

    private Shells() {}

    /** vmsh, in this process. */
    static Output vmsh(List<String> words, Map<String, String> environment, Path directory, String input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                environment,
                directory,
                Surroundings.Terminals.NONE,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8));
        int code = Main.run(words, surroundings);
        surroundings.out().flush();
        surroundings.err().flush();
        return new Output(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), code);
    }

    /** Whether the virsh that vmsh is compared with is installed. */
    static boolean hasVirsh() {
        try {
            Output version = process(
                    List.of("virsh", "--version"),
                    Map.of("PATH", System.getenv("PATH")),
                    Path.of("").toAbsolutePath(),
                    "");
            return version.out().strip().equals("9.0.0");
        } catch (UncheckedIOException absent) {
            return false;
        }
    }

    /** The installed virsh. */
    static Output virsh(List<String> words, Map<String, String> environment, Path directory, String input) {
        List<String> command = new ArrayList<>(List.of("virsh"));
        command.addAll(words);
        return process(command, environment, directory, input);
    }

    private static Output process(List<String> command, Map<String, String> environment, Path directory, String input) {
        Path out = null;
        Path err = null;
        try {
            out = Files.createTempFile("out", null);
            err = Files.createTempFile("err", null);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException("still running after %d s: %s".formatted(PATIENCE_SECONDS, command));
            }
            return new Output(Files.readString(out), Files.readString(err), process.exitValue());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        } finally {
            delete(out);
            delete(err);
        }
    }

    private static void delete(Path file) {
        if (file != null) {
            file.toFile().delete();
        }
    }
}
