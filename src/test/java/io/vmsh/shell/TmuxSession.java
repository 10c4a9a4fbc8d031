package io.vmsh.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A program in a real terminal, a window of a tmux of its own: typed into, looked at, resized. Everything that is waited
 * for is looked for again and again rather than slept for.
 */
final class TmuxSession implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AGAIN = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Tells how the program has ended, which tmux itself does not always notice. */
    private static final String STAYS = "trap : INT; \"$@\"; code=$?; echo; echo \"ended with $code\"; exec sleep 600";

    private final Path folder;

    /**
     * Starts a program.
     *
     * @param folder for tmux's socket and settings
     * @param environment set for the program, besides what the test has
     */
    TmuxSession(Path folder, int columns, int rows, Map<String, String> environment, List<String> program) {
        this.folder = folder;
        write(folder.resolve("tmux.conf"), "set -g history-limit 5000\n");
        List<String> words = new ArrayList<>(List.of("new-session", "-d", "-x", "" + columns, "-y", "" + rows, "env"));
        environment.forEach((name, value) -> words.add(name + "=" + value));
        words.addAll(List.of("sh", "-c", STAYS, "sh"));
        words.addAll(program);
        tmux(words);
    }

    static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "tmux")));
    }

    /** Types text as it is. */
    void type(String text) {
        tmux(List.of("send-keys", "-l", "--", text));
    }

    /** Presses keys by tmux's names: {@code Enter}, {@code Tab}, {@code C-c}, {@code Up}. */
    void press(String... keys) {
        tmux(Stream.concat(Stream.of("send-keys"), Stream.of(keys)).toList());
    }

    /** Types a line and ends it. */
    void enter(String line) {
        type(line);
        press("Enter");
    }

    /** Presses TAB until the window shows a text: a machine under load may not have the names in time at first. */
    void complete(String expected) {
        press("Tab");
        long again = System.nanoTime() + AGAIN.toNanos();
        String screen = screen();
        while (!screen.contains(expected)) {
            if (System.nanoTime() > again) {
                press("Tab");
                waitFor(expected);
            }
            pause();
            screen = screen();
        }
    }

    void resize(int columns, int rows) {
        tmux(List.of("resize-window", "-x", "" + columns, "-y", "" + rows));
    }

    /** The text in the window, without blank lines below it. */
    String screen() {
        return tmux(List.of("capture-pane", "-p")).stripTrailing();
    }

    /** The same with the escape sequences of colours. */
    String colours() {
        return tmux(List.of("capture-pane", "-p", "-e")).stripTrailing();
    }

    /** Waits until the window shows a text. */
    void waitFor(String text) {
        waitUntil("'" + text + "'", screen -> screen.contains(text));
    }

    /** Waits until the last line of the window is this one. */
    void waitForLast(String line) {
        waitUntil("the last line '" + line + "'", screen -> last(screen).equals(line));
    }

    /** Waits until the last line of the window ends like this. */
    void waitForLastEnding(String end) {
        waitUntil(
                "a last line with '" + end + "' at its end",
                screen -> last(screen).endsWith(end));
    }

    /** Waits until the window is as wanted; fails with what it shows. */
    void waitUntil(String what, Predicate<String> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String screen = screen();
        while (!wanted.test(screen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited for " + what + "; the terminal shows:\n" + screen);
            }
            pause();
            screen = screen();
        }
    }

    /** Waits until the program has ended with this exit code. */
    void waitForEnd(int code) {
        waitUntil("the end with " + code, screen -> screen.endsWith("\nended with " + code));
    }

    private static String last(String screen) {
        return screen.substring(screen.lastIndexOf('\n') + 1).stripTrailing();
    }

    /** Ends everything in it, and waits until it is gone: nothing is written any more. */
    @Override
    public void close() {
        long window =
                Long.parseLong(tmux(List.of("list-panes", "-F", "#{pane_pid}")).strip());
        List<ProcessHandle> running = ProcessHandle.of(window).stream()
                .flatMap(shell -> Stream.concat(Stream.of(shell), shell.descendants()))
                .toList();
        tmux(List.of("kill-server"));
        running.forEach(
                process -> process.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }

    private String tmux(List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                "tmux",
                "-S",
                folder.resolve("tmux.socket").toString(),
                "-f",
                folder.resolve("tmux.conf").toString()));
        command.addAll(words);
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            // A test may itself run in a tmux.
            builder.environment().remove("TMUX");
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(command + ": " + output);
            }
            return output;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
