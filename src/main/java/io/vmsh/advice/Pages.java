package io.vmsh.advice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The pages of {@code explain}: one a cause, kept as text beside this class. The first line is the title. */
public final class Pages {
    private static final List<String> CODES = List.of(
            "unsafe",
            "unsafe-storage",
            "unsafe-cache",
            "storage-missing",
            "not-running",
            "has-snapshots",
            "already-active",
            "name-taken",
            "uuid-taken",
            "same-host",
            "lock-busy",
            "name-unknown",
            "port-refused",
            "port-blocked",
            "ssh-refused");

    private Pages() {}

    /** What there are pages for. */
    public static List<String> codes() {
        return CODES;
    }

    /** The page of a code, if there is one. */
    public static Optional<String> page(String code) {
        return CODES.contains(code) ? Optional.of(text(code)) : Optional.empty();
    }

    /** The page in a few words. */
    public static String title(String code) {
        return text(code).lines().findFirst().orElse("");
    }

    private static String text(String code) {
        try (InputStream page = Pages.class.getResourceAsStream(code + ".txt")) {
            if (page == null) {
                throw new IllegalStateException("no page " + code);
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
