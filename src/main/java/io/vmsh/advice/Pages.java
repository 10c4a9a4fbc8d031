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
            "backing-missing",
            "medium-missing",
            "folder-missing",
            "pool-missing",
            "pool-inactive",
            "volume-missing",
            "copy-needs-pool",
            "copy-needs-overlay",
            "copy-size",
            "network-missing",
            "network-inactive",
            "bridge-missing",
            "cpu-incompatible",
            "machine-missing",
            "emulator-missing",
            "memory-short",
            "graphics-address",
            "graphics-port",
            "listen-address",
            "xml-differs",
            "not-running",
            "has-snapshots",
            "block-job",
            "transient-disk",
            "disk-format",
            "device-stays",
            "autodestroy",
            "migrate-options",
            "already-active",
            "name-taken",
            "uuid-taken",
            "same-host",
            "host-is-localhost",
            "migration-name-unknown",
            "migration-port-blocked",
            "migration-port-refused",
            "p2p-unreachable",
            "p2p-ssh-refused",
            "p2p-ssh-host-unknown",
            "tls-required",
            "tls-certificate-missing",
            "tls-other-name",
            "job-running",
            "job-lock",
            "cancelled",
            "postcopy-failed",
            "postcopy-watched",
            "postcopy-nothing",
            "postcopy-no-abort",
            "postcopy-not-allowed",
            "recovery",
            "source-lost",
            "target-lost",
            "target-qemu-ended",
            "guest-crashed",
            "guest-stopped",
            "lock-busy",
            "image-lock",
            "lock-daemon-down",
            "lockspace-unknown",
            "name-unknown",
            "port-refused",
            "port-blocked",
            "ssh-refused",
            "ssh-host-unknown",
            "tls-file-missing",
            "tls-refused",
            "daemon-down");

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
