package io.vmsh.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The real hosts of {@code scripts/lab}. One that was not there before goes away with the tests. */
public final class Lab {
    private static final String SCRIPT =
            Path.of("scripts", "lab").toAbsolutePath().toString();
    private static final Path FOLDER = Path.of(System.getenv().getOrDefault("VMSH_LAB", "/run/vmsh-lab"));
    private static final int PATIENCE_SECONDS = 120;

    private static boolean up;
    private static boolean ours;

    private Lab() {}

    /** Sees to it that both hosts and all their services run; skips the test where that cannot be. */
    public static void up() {
        up(2);
    }

    /** The same with more hosts. */
    public static synchronized void up(int hosts) {
        Assumptions.assumeTrue(
                System.getProperty("user.name").equals("root") && Files.isExecutable(Path.of("/usr/sbin/libvirtd")),
                "the lab needs root and libvirtd");
        if (!up && !Files.exists(FOLDER.resolve("made-by-vmsh-lab"))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> run("down")));
            ours = true;
        }
        run("up", Integer.toString(hosts));
        up = true;
    }

    /** Leaves no more hosts than other tests ask for: ends the lab if they began it, or else its guests are as they were. */
    static synchronized void leave() {
        run(ours ? "down" : "reset");
    }

    /** A file of the operator's machine, below its home. */
    static Path home(String path) {
        return FOLDER.resolve("client/home").resolve(path);
    }

    /** The URI by which a host's libvirtd is reached from outside the lab. */
    static String uri(String host) {
        return "qemu+unix:///system?socket=" + FOLDER.resolve(host).resolve("run/libvirt/libvirt-sock");
    }

    /** The folder in which a host keeps its own files, such as {@code root} and {@code etc}. */
    public static Path folder(String host) {
        return FOLDER.resolve(host);
    }

    /** The words that run a command on a host or on the client. */
    public static List<String> exec(String host, String... words) {
        List<String> command = new ArrayList<>(List.of(SCRIPT, "exec", host));
        command.addAll(List.of(words));
        return command;
    }

    /** Runs one word of the script, such as {@code kill kvm2 libvirtd}. */
    public static void run(String... words) {
        List<String> command = new ArrayList<>(List.of(SCRIPT));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                throw new IllegalStateException("still running: " + command);
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("%s ended with %d".formatted(command, process.exitValue()));
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
