package io.vmsh.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs commands on a hypervisor's host: here when it is this machine, by ssh when that is how libvirt reaches it. */
public final class HostShell {
    /** Most bytes kept of what a command prints. */
    private static final int MOST = 1 << 20;

    /** Longest wait for the rest of what an ended command has printed. */
    private static final long REST_MILLIS = 1000;

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final List<String> ssh;

    private HostShell(List<String> ssh) {
        this.ssh = List.copyOf(ssh);
    }

    /** What a command printed, and its exit code. */
    public record Output(int exit, String out, String err) {
        /** The last line of what went wrong, for people; the exit code when nothing was said. */
        public String complaint() {
            return (err.isBlank() ? out : err)
                    .strip()
                    .lines()
                    .reduce((earlier, last) -> last)
                    .orElse("exit code " + exit);
        }
    }

    /** The same, with a letter of Latin 1 for each byte. */
    record Raw(int exit, String out, String err) {
        Output text() {
            return new Output(exit, utf8(out), utf8(err));
        }

        private static String utf8(String bytes) {
            return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }

    /** A shell on this machine. */
    static HostShell here() {
        return new HostShell(List.of());
    }

    /** A shell on a host by the system's ssh and its configuration: {@code host} or {@code user@host}. */
    static HostShell bySsh(String destination) {
        return by(words(List.of(), destination));
    }

    /** A shell by these words, after which a command line is one word more. */
    static HostShell by(List<String> ssh) {
        return new HostShell(ssh);
    }

    /** Whether it takes ssh to get there. */
    boolean remote() {
        return !ssh.isEmpty();
    }

    /** A shell on the host of a libvirt URI; empty when neither local nor reached by ssh. */
    public static Optional<HostShell> of(HypervisorUri uri) {
        if (uri.isLocal()) {
            return Optional.of(here());
        }
        return uri.isSsh() ? Optional.of(new HostShell(ssh(uri))) : Optional.empty();
    }

    /**
     * Runs a command without input.
     *
     * @param limit after which it is ended
     * @return empty when it could not be started or did not end in time
     */
    public Optional<Output> run(Duration limit, List<String> words) {
        try {
            return raw(limit, words, new byte[0]).map(Raw::text);
        } catch (IOException cannotStart) {
            return Optional.empty();
        }
    }

    /**
     * The same with input.
     *
     * @return empty when it did not end in time
     * @throws IOException when it could not be started
     */
    Optional<Raw> raw(Duration limit, List<String> words, byte[] input) throws IOException {
        Process process = started(words);
        try {
            CompletableFuture<String> out = read(process.getInputStream());
            CompletableFuture<String> err = read(process.getErrorStream());
            write(process.getOutputStream(), input);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            // What the command leaves behind, such as ssh's shared connection, may keep its streams open for good.
            return Optional.of(new Raw(process.exitValue(), soon(out), soon(err)));
        } catch (InterruptedException signal) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    private Process started(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(ssh);
        if (ssh.isEmpty()) {
            command.addAll(words);
        } else {
            command.add(PosixWords.join(words));
        }
        return new ProcessBuilder(command).start();
    }

    /**
     * A line that a command printed when it was asked for it.
     *
     * @param before this machine's clock when it was asked, milliseconds
     * @param after the same when it had answered
     */
    record Answer(String line, long before, long after) {}

    /**
     * Starts a command that prints the line {@code ready}, and then answers each line of input by one of its own; asks it
     * several times.
     *
     * @param limit after which it is ended, whatever it does
     * @return the answers; fewer than asked for when it ended before
     */
    List<Answer> converse(Duration limit, List<String> words, int times) {
        List<Answer> answers = new ArrayList<>();
        try {
            Process process = started(words);
            // Reading a line cannot be told to give up, but it does when the process ends.
            CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(process::destroyForcibly);
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
                    OutputStream in = process.getOutputStream()) {
                String line = out.readLine();
                while (line != null && !line.equals("ready")) {
                    line = out.readLine();
                }
                for (int i = 0; i < times && line != null; i++) {
                    long before = System.currentTimeMillis();
                    in.write('\n');
                    in.flush();
                    line = out.readLine();
                    if (line != null) {
                        answers.add(new Answer(line, before, System.currentTimeMillis()));
                    }
                }
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException ended) {
            // What it has answered until now holds.
        }
        return answers;
    }

    /** On a thread of its own: a command that reads nothing must not hold anybody up. */
    private static void write(OutputStream stream, byte[] input) {
        Thread.ofPlatform().daemon().name("input of a command").start(() -> {
            try (stream) {
                stream.write(input);
            } catch (IOException notRead) {
                // It has ended, and its exit code tells more.
            }
        });
    }

    private static String soon(CompletableFuture<String> text) throws InterruptedException {
        try {
            return text.get(REST_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException open) {
            return "";
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As libvirt runs it: never asks, with the key and known hosts of the URI. */
    private static List<String> ssh(HypervisorUri uri) {
        List<String> words = new ArrayList<>();
        uri.parameter("keyfile").ifPresent(file -> words.addAll(List.of("-i", file)));
        uri.parameter("known_hosts").ifPresent(file -> words.addAll(List.of("-o", "UserKnownHostsFile=" + file)));
        if (uri.parameter("no_verify").filter("1"::equals).isPresent()) {
            words.addAll(List.of("-o", "StrictHostKeyChecking=no"));
        }
        uri.user().ifPresent(user -> words.addAll(List.of("-l", user)));
        if (uri.port().isPresent()) {
            words.addAll(List.of("-p", Integer.toString(uri.port().getAsInt())));
        }
        return words(words, uri.host());
    }

    private static List<String> words(List<String> options, String destination) {
        List<String> words = new ArrayList<>(
                List.of("ssh", "-T", "-o", "BatchMode=yes", "-o", "ConnectTimeout=" + CONNECT_LIMIT.toSeconds()));
        words.addAll(options);
        words.addAll(List.of("--", destination));
        return words;
    }

    private static CompletableFuture<String> read(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("output of a command").start(() -> {
            try (stream) {
                byte[] bytes = stream.readNBytes(MOST);
                stream.transferTo(OutputStream.nullOutputStream());
                text.complete(new String(bytes, StandardCharsets.ISO_8859_1));
            } catch (IOException ended) {
                text.complete("");
            }
        });
        return text;
    }
}
