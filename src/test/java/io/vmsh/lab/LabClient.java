package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The operator's machine of the {@link Lab}: vmsh and virsh run there, and reach both hosts by name. */
final class LabClient {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 180;

    private LabClient() {}

    /** What a process printed, and its exit code. */
    record Output(int exit, String out, String err) {}

    /** Brings the lab up, and its guests to how they were first. */
    static void fresh() {
        Lab.up();
        Lab.run("reset");
    }

    /** Fails with all that was printed when a process has failed. */
    static void succeeded(Output output) {
        assertThat(output.exit()).as(output.out() + output.err()).isZero();
    }

    /** One vmsh process on the client, with a statement for kvm1 that comes as one word. */
    static Output vmsh(String statement) {
        return run(vmshWords("-q", "-c", "qemu+ssh://root@kvm1/system", statement));
    }

    /** Runs a script's text on the client, with the sessions kvm1 and kvm2, of which kvm1 is current. */
    static Output script(String text) {
        try {
            Path file = Files.createTempFile("lab", ".vmsh");
            try {
                Files.writeString(file, """
                        connect qemu+ssh://root@kvm1/system --name kvm1 --tag lab
                        connect qemu+ssh://root@kvm2/system --name kvm2 --tag lab
                        use kvm1
                        """ + text);
                return run(vmshWords("run", file.toString()));
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The words that start vmsh on the client. */
    static String[] vmshWords(String... words) {
        List<String> all = new ArrayList<>(List.of(
                "scripts/lab",
                "exec",
                "client",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.vmsh.Main"));
        all.addAll(Arrays.asList(words));
        return all.toArray(String[]::new);
    }

    /** The state of a guest on a host, by virsh: {@code running (migrated)}; empty when it is unknown there. */
    static String state(String host, String guest) {
        return virsh(host, "domstate", guest, "--reason").out().strip();
    }

    /** Whether a host keeps the guest when it stops; false when it is unknown there. */
    static boolean persistent(String host, String guest) {
        return virsh(host, "dominfo", guest).out().matches("(?s).*Persistent: +yes.*");
    }

    /** virsh on the client, moving a guest from kvm1 to kvm2 for longer than any test takes; started. */
    static Process slowMigration(String guest) throws IOException {
        List<String> words = new ArrayList<>(List.of(virshWords("kvm1")));
        words.addAll(List.of("migrate", "--live", "--bandwidth", "1", guest, "qemu+tcp://kvm2/system"));
        return process(words.toArray(String[]::new))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
    }

    private static String[] virshWords(String host) {
        return new String[] {"scripts/lab", "exec", "client", "virsh", "-q", "-c", "qemu+tcp://" + host + "/system"};
    }

    /** virsh on the client. */
    static Output virsh(String host, String... words) {
        List<String> all = new ArrayList<>(List.of(virshWords(host)));
        all.addAll(Arrays.asList(words));
        return run(all.toArray(String[]::new));
    }

    /** A process of the lab, started. */
    static ProcessBuilder process(String... words) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(ROOT.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("LC_ALL", "C.UTF-8");
        environment.remove("VIRSH_DEFAULT_CONNECT_URI");
        return builder;
    }

    static Output run(String... words) {
        try {
            Path out = Files.createTempFile("out", "");
            Path err = Files.createTempFile("err", "");
            try {
                Process process = process(words)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("did not end: " + String.join(" ", words));
                }
                return new Output(
                        process.exitValue(),
                        Files.readString(out, StandardCharsets.UTF_8),
                        Files.readString(err, StandardCharsets.UTF_8));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException signal) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(signal);
        }
    }
}
