package io.vmsh.preflight;

import java.util.Locale;

/** Sizes for people. */
final class Sizes {
    private Sizes() {}

    static String text(long bytes) {
        if (bytes >= 10L << 30) {
            return String.format(Locale.ROOT, "%.0f GiB", bytes / (double) (1L << 30));
        }
        return bytes >= 1L << 30
                ? String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30))
                : String.format(Locale.ROOT, "%d MiB", bytes >> 20);
    }
}
