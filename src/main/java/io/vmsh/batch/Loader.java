package io.vmsh.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Reads script files. All of a script together may be 8 MiB long, some 100,000 statements: longer files are no scripts,
 * and are not read to their end.
 */
final class Loader {
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private int left = MOST_BYTES;

    /**
     * Reads a file; CR LF ends a line too, and a byte order mark is passed over.
     *
     * @param name what it is called in messages
     * @throws IOException when it cannot be read
     * @throws UnreadableScriptException when it is too long or no text
     */
    Source read(Path file, String name) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(left + 1);
        }
        if (bytes.length > left) {
            throw new UnreadableScriptException("it is too long: a script and what it includes may have 8 MiB");
        }
        left -= bytes.length;
        return new Source(file, name, text(bytes), sha256(bytes));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw new UnreadableScriptException("it is not text: byte %d is 0".formatted(i + 1));
            }
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
            String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return unmarked.replace("\r\n", "\n");
        } catch (CharacterCodingException strange) {
            throw new UnreadableScriptException(
                    "it is not UTF-8 text, from byte %d on".formatted(buffer.position() + 1));
        }
    }
}
