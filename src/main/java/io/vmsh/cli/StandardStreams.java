package io.vmsh.cli;

import io.vmsh.advice.ExitCode;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process's own surroundings. Text is UTF-8 whatever the locale says: virsh passes bytes on as they are. */
public final class StandardStreams {
    private StandardStreams() {}

    public static Surroundings surroundings() {
        return new Surroundings(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                new Surroundings.Terminals(isTerminal(0), isTerminal(1), isTerminal(2)),
                new FileInputStream(FileDescriptor.in),
                stream(FileDescriptor.out),
                stream(FileDescriptor.err));
    }

    /**
     * Writes what is left. Output that could not be written to a file or device is a failure, though virsh says nothing
     * of it; a reader that went away, as {@code head} does, is none.
     *
     * @return the exit code: the given one, unless that was a success
     */
    public static int finish(Surroundings surroundings, int code) {
        boolean lost = surroundings.out().checkError() && hasName(1);
        if (lost) {
            surroundings.err().print("error: the output could not be written; is the disk full?\n");
        }
        surroundings.err().flush();
        return lost && code == ExitCode.OK ? ExitCode.FAILED : code;
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
    }

    /** Whether a descriptor is something in the file system; pipes and closed descriptors are not. */
    private static boolean hasName(int descriptor) {
        return Files.exists(Path.of("/proc/self/fd/" + descriptor));
    }

    /** Whether a descriptor is a terminal; Java can only tell for input and output together. */
    private static boolean isTerminal(int descriptor) {
        try {
            Path input = Path.of("/proc/self/fd/" + descriptor).toRealPath();
            return input.startsWith("/dev/pts")
                    || input.toString().startsWith("/dev/tty")
                    || input.toString().equals("/dev/console");
        } catch (IOException closed) {
            return false;
        }
    }
}
