package io.vmsh.probe;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A text file of a host as it was read.
 *
 * @param text with its line breaks; empty when there is no such file
 * @param charset by which every byte survives: UTF-8, or Latin 1 for what is no UTF-8
 */
public record HostFile(String path, boolean exists, String text, Charset charset) {
    /** A file that is not there. */
    public static HostFile absent(String path) {
        return new HostFile(path, false, "", StandardCharsets.UTF_8);
    }

    static HostFile of(String path, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new HostFile(path, true, text, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            return new HostFile(
                    path, true, new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
        }
    }

    /** The same file with another text, as {@link Host#replace} writes it. */
    public HostFile with(String other) {
        // What an old file's letters cannot hold makes it UTF-8.
        Charset able = charset.newEncoder().canEncode(other) ? charset : StandardCharsets.UTF_8;
        return new HostFile(path, true, other, able);
    }

    /** The same file, to be written in another character set if that reads its bytes the same. */
    public HostFile in(Charset other) {
        HostFile same = new HostFile(path, exists, text, other);
        return same.digest().equals(digest()) ? same : this;
    }

    /** SHA-256 of its bytes, in lower-case hexadecimal digits; {@code absent} when there is no such file. */
    public String digest() {
        if (!exists) {
            return "absent";
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(charset));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
