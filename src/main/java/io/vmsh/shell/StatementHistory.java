package io.vmsh.shell;

import io.vmsh.cli.ErrorLog;
import io.vmsh.session.StateFolder;
import io.vmsh.spec.Secrets;
import io.vmsh.spec.Spec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;
import org.jspecify.annotations.Nullable;

/**
 * The lines typed, kept from one shell to the next in a file for its owner alone. Secrets are starred out before a line is
 * kept anywhere. Where the file cannot be read or written there is a history of this shell only; the log says why.
 */
final class StatementHistory extends DefaultHistory {
    private final Function<String, @Nullable Spec> specs;
    private final Optional<Path> file;
    private final ErrorLog log;
    private @Nullable LineReader reader;
    private boolean prepared;

    StatementHistory(Function<String, @Nullable Spec> specs, StateFolder state, ErrorLog log) {
        this.specs = specs;
        this.file = state.path("history");
        this.log = log;
    }

    @Override
    public void attach(LineReader attached) {
        if (reader == null) {
            reader = attached;
            file.ifPresent(path -> attached.setVariable(LineReader.HISTORY_FILE, path));
        }
        super.attach(attached);
    }

    @Override
    public void load() {
        try {
            super.load();
        } catch (IOException | UncheckedIOException unreadable) {
            giveUp(unreadable);
        }
    }

    @Override
    public void add(Instant time, String line) {
        super.add(time, Secrets.hidden(line, specs));
    }

    @Override
    public void save() {
        if (reader == null || reader.getVariable(LineReader.HISTORY_FILE) == null) {
            return;
        }
        try {
            if (!prepared) {
                StateFolder.prepare(file.orElseThrow());
                prepared = true;
            }
            super.save();
        } catch (IOException | UncheckedIOException | UnsupportedOperationException unwritable) {
            giveUp(unwritable);
        }
    }

    private void giveUp(Exception reason) {
        if (reader != null) {
            reader.setVariable(LineReader.HISTORY_FILE, null);
        }
        log.write("no history file: " + reason);
    }
}
