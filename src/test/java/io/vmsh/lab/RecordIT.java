package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.lab.LabClient.Output;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was done on two hosts, as a script that does it again, there and on other hosts. */
class RecordIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> HOSTS = List.of("kvm1", "kvm2");
    private static final String CONNECT = """
            connect qemu+tcp://kvm1/system --name kvm1 --tag pair
            connect qemu+tcp://kvm2/system --name kvm2 --tag pair
            """;

    @TempDir
    Path folder;

    private Path recorded;

    @BeforeEach
    void hosts() {
        LabClient.fresh();
        recorded = folder.resolve("did.vmsh");
        HOSTS.forEach(host -> Lab.run("exec", host, "mkdir", "-p", "/tmp/recorded"));
        forgetPools();
    }

    @AfterEach
    void forgetPools() {
        HOSTS.forEach(host -> {
            LabClient.virsh(host, "vol-delete", "disk1", "--pool", "recorded");
            LabClient.virsh(host, "pool-destroy", "recorded");
        });
    }

    @Test
    void isDoneAgainOnTheSameHostsAndOnOthers() throws Exception {
        Process shell = shell();
        type(shell, CONNECT);
        type(shell, """
                record %s
                use kvm1
                pool-create-as recorded dir --target /tmp/recorded
                start kvm2/nobody
                on @pair hostname
                vol-create-as recorded disk1 1M; domstate kvm2/nobody; on kvm2 'hostname; uri'
                domstate kvm2/web1
                nonsense
                record --stop
                hostname
                """.formatted(recorded));
        end(shell);
        assertThat(Files.readString(recorded).replaceFirst("# Recorded by vmsh, .*\n", ""))
                .isEqualTo("""
                connect --name kvm1 --tag pair qemu+tcp://kvm1/system
                use kvm1
                pool-create-as recorded dir --target /tmp/recorded
                # failed: start kvm2/nobody
                # error: failed to get domain 'nobody'
                connect --name kvm2 --tag pair qemu+tcp://kvm2/system
                on @pair hostname
                use kvm1
                vol-create-as recorded disk1 1M
                # failed: domstate kvm2/nobody
                # error: failed to get domain 'nobody'
                on kvm2 'hostname; uri'
                # failed: domstate kvm2/web1
                # error: failed to get domain 'web1'
                """);
        assertThat(volumes("kvm1")).contains("disk1");

        forgetPools();
        Output again = LabClient.run(LabClient.vmshWords("run", recorded.toString()));
        LabClient.succeeded(again);
        assertThat(again.out()).contains("kvm1: kvm1\nkvm2: kvm2\n");
        assertThat(volumes("kvm1")).contains("disk1");
        assertThat(volumes("kvm2")).doesNotContain("disk1");

        forgetPools();
        Process other = shell();
        type(other, CONNECT + "run " + recorded + " --map kvm1=kvm2,kvm2=kvm1\n");
        end(other);
        assertThat(volumes("kvm2")).as(printed()).contains("disk1");
        assertThat(volumes("kvm1")).doesNotContain("disk1");
    }

    @Test
    void goesOnWhenASessionIsLost() throws Exception {
        Process shell = shell();
        type(shell, CONNECT + "record " + recorded + "\nhostname\n");
        waitFor("\nhostname\n");
        Lab.run("kill", "kvm2", "libvirtd");
        try {
            type(shell, "domstate web1\necho away\n");
            waitFor("\necho away\n");
        } finally {
            Lab.run("start", "kvm2", "libvirtd");
        }
        type(shell, "hostname; echo back\nrecord --stop\n");
        end(shell);
        List<String> lines = Files.readAllLines(recorded);
        assertThat(lines.subList(1, lines.size()))
                .as(printed())
                .startsWith(
                        "connect --name kvm2 --tag pair qemu+tcp://kvm2/system", "hostname", "# failed: domstate web1")
                .endsWith("echo away", "hostname", "echo back");
    }

    private String volumes(String host) {
        return LabClient.virsh(host, "vol-list", "recorded").out();
    }

    /** A shell that reads statements as they come. */
    private Process shell() throws IOException {
        return LabClient.process(LabClient.vmshWords())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static void type(Process shell, String lines) throws IOException {
        OutputStream input = shell.getOutputStream();
        input.write(lines.getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    private void end(Process shell) throws Exception {
        shell.getOutputStream().close();
        assertThat(shell.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(printed())
                .isTrue();
    }

    /** Waits until the recording has a text: results may come late into a file, recorded statements do not. */
    private void waitFor(String text) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(recorded) || !Files.readString(recorded).contains(text)) {
            assertThat(System.nanoTime()).as(printed()).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private String printed() throws IOException {
        return Files.readString(folder.resolve("out"));
    }
}
