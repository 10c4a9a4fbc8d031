package io.vmsh.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * The folder for what outlives a run and is nobody else's business: {@code $XDG_STATE_HOME/vmsh}, else
 * {@code ~/.local/state/vmsh}. Without a home there is none.
 */
public final class StateFolder {
    private static final FileAttribute<?> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Optional<Path> folder;

    public StateFolder(Map<String, String> environment) {
        this.folder = absolute(environment.getOrDefault("XDG_STATE_HOME", ""))
                .or(() -> absolute(environment.getOrDefault("HOME", "")).map(home -> home.resolve(".local/state")))
                .map(state -> state.resolve("vmsh"));
    }

    /** Where a file of that name is or would be; nothing is made. */
    public Optional<Path> path(String name) {
        return folder.map(here -> here.resolve(name));
    }

    /**
     * Makes sure that a file is there, for its owner alone, and can be written.
     *
     * @throws IOException when it cannot
     */
    public static void prepare(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            makeFolder(parent);
        }
        if (!Files.exists(file)) {
            create(file);
        } else {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        if (!Files.isWritable(file)) {
            throw new IOException(file + " cannot be written");
        }
    }

    /** Makes sure that a folder is there; for its owner alone where it was not. */
    public static void makeFolder(Path missing) throws IOException {
        if (!Files.isDirectory(missing)) {
            Files.createDirectories(missing, FOLDER);
        }
    }

    /** Makes a file, for its owner alone, that is not there yet. */
    public static void create(Path file) throws IOException {
        Files.createFile(file, FILE);
    }

    private static Optional<Path> absolute(String word) {
        try {
            return Optional.of(word).filter(path -> path.startsWith("/")).map(Path::of);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }
}
