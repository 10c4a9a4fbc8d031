package io.vmsh.cli;

import io.vmsh.hypervisor.GuestConsole;
import java.io.IOException;
import java.io.OutputStream;

/** Carries bytes between a terminal in raw mode and a guest's console, until the key that leaves it or the guest's end. */
public final class ConsoleTraffic {
    /** No key within the time. */
    public static final int NO_KEY = -2;

    private static final long KEY_WAIT_MILLIS = 10;
    private static final int BUFFER_SIZE = 4096;
    private static final int CONTROL = 0x40;

    private ConsoleTraffic() {}

    /** What is typed. */
    @FunctionalInterface
    public interface Keys {
        /**
         * Waits for a byte.
         *
         * @return the byte, {@link #NO_KEY} when none came in time, -1 when the terminal is gone
         */
        int read(long millis) throws IOException;
    }

    /** What virsh says when a console is there; the key as it is given with {@code -e}. */
    public static String greeting(String escape) {
        return escape.length() > 1
                ? "Escape character is %s (Ctrl + %s)\n".formatted(escape, escape.substring(1))
                : "Escape character is %s\n".formatted(escape);
    }

    /** Carries on until it is over. */
    public static void carry(GuestConsole console, Keys keys, OutputStream out, String escape) throws IOException {
        int leave = escape.length() > 1 ? Character.toUpperCase(escape.charAt(1)) ^ CONTROL : escape.charAt(0);
        byte[] buffer = new byte[BUFFER_SIZE];
        byte[] key = new byte[1];
        while (!Thread.currentThread().isInterrupted()) {
            int count = console.read(buffer);
            if (count < 0) {
                return;
            }
            out.write(buffer, 0, count);
            out.flush();
            int typed = keys.read(KEY_WAIT_MILLIS);
            if (typed == -1 || typed == leave) {
                return;
            }
            if (typed != NO_KEY) {
                key[0] = (byte) typed;
                console.write(key, 1);
            }
        }
    }
}
