package io.vmsh.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The scripts that are run on a host, kept as files of their own beside this class: POSIX sh and GNU coreutils. */
final class HostScripts {
    private HostScripts() {}

    static String text(String name) {
        try (InputStream stream =
                Objects.requireNonNull(HostScripts.class.getResourceAsStream("host/" + name + ".sh"), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
