package io.vmsh.cli;

import io.vmsh.session.StateFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file for what a programmer wants to know and an operator does not: {@code vmsh.log} in the state folder. */
public final class ErrorLog {
    private final Optional<Path> file;

    public ErrorLog(StateFolder state) {
        this.file = state.path("vmsh.log");
    }

    /** Writes down what happened; nothing where it cannot be written. */
    public void write(String event) {
        append(event, null);
    }

    /** Writes down an exception nobody expected, and says where; empty where it cannot be written. */
    public Optional<Path> write(String event, Throwable unexpected) {
        return append(event, unexpected);
    }

    private synchronized Optional<Path> append(String event, @Nullable Throwable unexpected) {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            StateFolder.prepare(file.get());
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file.get(), StandardOpenOption.APPEND))) {
                writer.println(OffsetDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS) + " " + event);
                if (unexpected != null) {
                    unexpected.printStackTrace(writer);
                }
            }
            return file;
        } catch (IOException readOnly) {
            return Optional.empty();
        }
    }
}
