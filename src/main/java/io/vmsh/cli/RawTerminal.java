package io.vmsh.cli;

import io.vmsh.hypervisor.GuestConsole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The terminal of a one-shot run, set by {@code stty} to other ways until it is closed. */
final class RawTerminal implements AutoCloseable {
    private final String before;
    private final Thread restore = Thread.ofPlatform().unstarted(this::reset);

    private RawTerminal(String... modes) throws IOException {
        before = stty(List.of("-g"));
        Runtime.getRuntime().addShutdownHook(restore);
        stty(List.of(modes));
    }

    /** Keys come one by one, and none of them means anything to the terminal. */
    static RawTerminal raw() throws IOException {
        return new RawTerminal("raw", "-echo");
    }

    /** Lines come as ever, but are not shown. */
    static RawTerminal unseen() throws IOException {
        return new RawTerminal("-echo");
    }

    /** Columns of the terminal that the keys come from; {@link Integer#MAX_VALUE} where it cannot tell. */
    static int width(Surroundings surroundings) {
        if (!surroundings.terminals().in()) {
            return Integer.MAX_VALUE;
        }
        try {
            String size = stty(List.of("size"));
            int columns = Integer.parseInt(size.substring(size.indexOf(' ') + 1));
            return columns > 0 ? columns : Integer.MAX_VALUE;
        } catch (IOException | NumberFormatException unknown) {
            return Integer.MAX_VALUE;
        }
    }

    /** Joins this terminal to a console. */
    void join(GuestConsole console, Surroundings surroundings, String escape) throws IOException {
        InputStream in = surroundings.in();
        ConsoleTraffic.carry(console, millis -> key(in, millis), surroundings.out(), escape);
    }

    private static int key(InputStream in, long millis) throws IOException {
        if (in.available() == 0) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return in.available() == 0 ? ConsoleTraffic.NO_KEY : in.read();
    }

    @Override
    public void close() {
        reset();
        Runtime.getRuntime().removeShutdownHook(restore);
    }

    private void reset() {
        try {
            stty(List.of(before));
        } catch (IOException terminalGone) {
            // Nothing is left to be set.
        }
    }

    private static String stty(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(words);
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    }
}
