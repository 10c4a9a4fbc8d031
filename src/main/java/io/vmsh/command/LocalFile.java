package io.vmsh.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that statements name, with the system's words for what goes wrong. */
public final class LocalFile {
    /** What virsh takes of an XML file. */
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private LocalFile() {}

    /**
     * The text of a file, which must be UTF-8: libvirt takes nothing else.
     *
     * @param folder where relative paths start
     * @throws CommandFailure when it cannot be read or is longer than 10 MiB
     */
    public static String read(Path folder, Path file) {
        try (InputStream in = open(folder, file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw unread(file, "Value too large for defined data type");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException strange) {
            throw unread(file, "it is not UTF-8 text");
        } catch (IOException failure) {
            throw unread(file, reason(failure));
        }
    }

    private static InputStream open(Path folder, Path file) {
        try {
            return Files.newInputStream(folder.resolve(file));
        } catch (IOException failure) {
            throw CommandFailure.of("Failed to open file '%s': %s", file, reason(failure));
        }
    }

    private static CommandFailure unread(Path file, String reason) {
        return CommandFailure.of("Failed to read file '%s': %s", file, reason);
    }

    /** The system's words for a failure with a file. */
    public static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "No such file or directory";
            case AccessDeniedException denied -> "Permission denied";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }
}
