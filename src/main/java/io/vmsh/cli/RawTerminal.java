package io.vmsh.cli;

import io.vmsh.hypervisor.GuestConsole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The terminal of a one-shot run, set by {@code stty}: keys come one by one, and none of them means anything to it. */
final class RawTerminal implements AutoCloseable {
    private final String before;
    private final Thread restore = Thread.ofPlatform().unstarted(this::reset);

    RawTerminal() throws IOException {
        before = stty(List.of("-g"));
        Runtime.getRuntime().addShutdownHook(restore);
        stty(List.of("raw", "-echo"));
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
