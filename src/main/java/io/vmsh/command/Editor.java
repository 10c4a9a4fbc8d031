package io.vmsh.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A text in a temporary file that only its owner can read, and the editor that a person likes. Closing deletes the file. */
final class Editor implements AutoCloseable {
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    /** What a shell adds to the number of the signal that ended its command. */
    private static final int BY_SIGNAL = 128;

    private final Call call;
    private final Path file;

    /** Writes the text to a file. */
    Editor(Call call, String text) {
        this.call = call;
        Path folder = Path.of(variable("TMPDIR", "/tmp"));
        try {
            file = Files.createTempFile(folder, "vmsh", ".xml", PRIVATE);
        } catch (IOException failure) {
            throw unwritten(folder, failure);
        }
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            close();
            throw unwritten(folder, failure);
        }
    }

    private static CommandFailure unwritten(Path folder, IOException failure) {
        return CommandFailure.of("cannot write a temporary file in '%s': %s", folder, LocalFile.reason(failure));
    }

    /** Has the person edit it, and reads what it is then. */
    String edit() {
        String command = command();
        int code = run(command);
        if (code > BY_SIGNAL) {
            throw failure(command, "fatal signal " + (code - BY_SIGNAL));
        }
        if (code != 0) {
            throw failure(command, "unexpected exit status " + code);
        }
        return LocalFile.read(file, file);
    }

    private CommandFailure failure(String command, String how) {
        return CommandFailure.of("internal error: Child process (%s %s) %s", command, file, how);
    }

    /** Waits for the editor. Ctrl-C is the editor's affair while it runs. */
    private int run(String command) {
        // The name of the file is handed over as a word of its own, so that no character in it means anything to the
        // shell.
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command + " \"$1\"", "sh", file.toString())
                .inheritIO()
                .directory(call.workspace().directory().toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(call.workspace().environment());
        call.show(Result.NOTHING);
        call.dialog().onInterrupt(() -> {});
        try {
            return builder.start().waitFor();
        } catch (IOException failure) {
            throw CommandFailure.of("cannot run '%s': %s", command, String.valueOf(failure.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CommandFailure.of("interrupted while '%s' runs", command);
        } finally {
            call.dialog().onInterrupt(null);
        }
    }

    private String command() {
        String visual = variable("VISUAL", variable("EDITOR", ""));
        return visual.isEmpty() ? usual() : visual;
    }

    /** Debian's choice of the user where there is one, else what every system has. */
    private String usual() {
        String debian = "sensible-editor";
        return Stream.of(variable("PATH", "/usr/bin:/bin").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, debian)))
                ? debian
                : "vi";
    }

    private String variable(String name, String otherwise) {
        String value = call.workspace().environment().getOrDefault(name, "");
        return value.isEmpty() ? otherwise : value;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            call.dialog().say("warning: '%s' is left: %s".formatted(file, LocalFile.reason(left)));
        }
    }
}
