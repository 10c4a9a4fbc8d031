package io.vmsh.cli;

import io.vmsh.spec.Flag;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Key;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Secrets;
import io.vmsh.spec.Spec;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of {@code -d}, on standard output as virsh has them, and the log file of {@code -l}. */
final class Trace {
    private static final int INFO = 1;
    private static final int DEFAULT_LEVEL = 4;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu.MM.dd HH:mm:ss");

    private final int level;
    private final @Nullable Path file;
    private final PrintStream out;

    /**
     * Messages of a level and above.
     *
     * @param level 0 (all) to 4 (errors); null for errors
     * @param file is appended to; null for none
     */
    Trace(@Nullable Integer level, @Nullable Path file, PrintStream out) {
        this.level = level == null ? DEFAULT_LEVEL : level;
        this.file = file;
        this.out = out;
    }

    /**
     * Creates the log file where there is none.
     *
     * @throws IOException when it cannot be written to
     */
    void open() throws IOException {
        append("");
    }

    /** Tells what was read from the command line and how. */
    void read(List<String> words, List<Invocation> statements) {
        if (level > INFO) {
            return;
        }
        if (words.size() == 1) {
            info("commands: \"%s\"".formatted(Secrets.hidden(words.getFirst(), name -> spec(name, statements))));
        }
        for (Invocation statement : statements) {
            for (Parameter parameter : statement.spec().accepted()) {
                options(statement, parameter);
            }
        }
    }

    private static @Nullable Spec spec(String name, List<Invocation> statements) {
        return statements.stream()
                .map(Invocation::spec)
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private void options(Invocation statement, Parameter parameter) {
        String start = statement.spec().name() + ": " + parameter.name();
        if (parameter instanceof Flag flag && statement.has(flag)) {
            info(start + "(bool): (none)");
        } else if (parameter instanceof Key<?> key) {
            statement
                    .words()
                    .getOrDefault(key.name(), List.of())
                    .forEach(word -> info(start + "(optdata): " + shown(key, word)));
        }
    }

    private static String shown(Key<?> key, String word) {
        return key instanceof Opt<?> option && option.secret() ? "***" : word;
    }

    private void info(String message) {
        log("INFO", message);
        out.print(message + "\n");
    }

    /** Logs a complaint; it is not printed. */
    void error(String message) {
        log("ERROR", message);
    }

    private void log(String levelName, String message) {
        try {
            append("[%s vmsh %d] %s %s\n"
                    .formatted(
                            TIME.format(LocalDateTime.now(ZoneId.systemDefault())),
                            ProcessHandle.current().pid(),
                            levelName,
                            message.stripTrailing()));
        } catch (IOException full) {
            // What is run matters more than the log of it.
        }
    }

    private void append(String text) throws IOException {
        if (file != null) {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
