package io.vmsh.guide;

import io.vmsh.spec.UsageException;

/**
 * An IPv4 network.
 *
 * @param address its first address, as a number
 * @param bits length of its prefix
 */
record Subnet(long address, int bits) {
    private static final int WIDTH = 32;

    /**
     * Reads {@code 10.1.0.0/24}.
     *
     * @throws UsageException when it is none
     */
    static Subnet of(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,3}(\\.\\d{1,3}){3}") || !parts[1].matches("\\d{1,2}")) {
            throw new UsageException("'%s' is no network such as 10.1.0.0/24".formatted(text), 0, 0);
        }
        return new Subnet(number(parts[0]), Integer.parseInt(parts[1]));
    }

    /** Whether an IPv4 address is in it. */
    boolean contains(String other) {
        int rest = WIDTH - bits;
        return number(other) >> rest == address >> rest;
    }

    private static long number(String dotted) {
        long number = 0;
        for (String part : dotted.split("\\.", -1)) {
            number = number << 8 | Long.parseLong(part);
        }
        return number;
    }
}
