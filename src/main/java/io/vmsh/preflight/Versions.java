package io.vmsh.preflight;

/** libvirt's numbers of versions. */
final class Versions {
    private Versions() {}

    /** As people write it. */
    static String text(long number) {
        return "%d.%d.%d".formatted(number / 1_000_000, number / 1_000 % 1_000, number % 1_000);
    }
}
