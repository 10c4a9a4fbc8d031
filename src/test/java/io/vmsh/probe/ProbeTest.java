package io.vmsh.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeTest {
    @ParameterizedTest
    @ValueSource(strings = {"plain", "two words", "it's", "$(reboot)", "a\nb", "", "\\", "'", "-x", "*", "\"q\""})
    void aShellTakesAQuotedWordAsItIs(String word) {
        HostShell here = HostShell.of(HypervisorUri.parse("qemu:///system").orElseThrow())
                .orElseThrow();
        String command = "printf %s " + PosixWords.quote(word);
        assertThat(here.run(Duration.ofSeconds(10), List.of("sh", "-c", command))
                        .orElseThrow()
                        .out())
                .isEqualTo(word);
    }

    @Test
    void aCommandThatDoesNotEndIsEnded() {
        HostShell here = HostShell.of(HypervisorUri.parse("qemu:///system").orElseThrow())
                .orElseThrow();
        assertThat(here.run(Duration.ofMillis(200), List.of("sleep", "60"))).isEmpty();
    }

    @Test
    void whatACommandLeavesBehindHoldsUpNobody() {
        HostShell here = HostShell.of(HypervisorUri.parse("qemu:///system").orElseThrow())
                .orElseThrow();
        long start = System.nanoTime();
        assertThat(here.run(Duration.ofSeconds(10), List.of("sh", "-c", "sleep 20 >/dev/null & echo done"))
                        .orElseThrow()
                        .out())
                .isEqualTo("done\n");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qemu+tcp://kvm1/system",
                "test:///default",
                "qemu+unix:///system?socket=/x",
                "qemu+ssh://-oX/system"
            })
    void hostsThatCannotBeLookedAtHaveNoShell(String uri) {
        assertThat(HypervisorUri.parse(uri).flatMap(HostShell::of)).isEmpty();
    }

    @Test
    void takesAUriApart() {
        HypervisorUri uri = HypervisorUri.parse("qemu+ssh://root@[fe80::1]:2222/system?keyfile=/a%20b&no_verify=1")
                .orElseThrow();
        assertThat(uri.host()).isEqualTo("fe80::1");
        assertThat(uri.user()).contains("root");
        assertThat(uri.knockablePort()).hasValue(2222);
        assertThat(uri.parameter("keyfile")).contains("/a b");
        assertThat(uri.isSsh()).isTrue();
        assertThat(HypervisorUri.parse("not a uri")).isEmpty();
        assertThat(HypervisorUri.parse("qemu+tcp://kvm1:99999/system")).isEmpty();
    }

    @Test
    void aPathIsOnTheDeepestMountAndTheLastOfThose() {
        Mounts mounts = Mounts.parse("""
                /dev/sda / ext4 rw 0 0
                tmpfs /srv tmpfs rw 0 0
                nas:/x /srv/my\\040disks nfs4 rw 0 0
                pool /srv ceph rw 0 0
                """);
        assertThat(mounts.of("/srv/my disks/a.qcow2")).contains(new FileSystem("nfs4"));
        assertThat(mounts.of("/srv/my disks2")).contains(new FileSystem("ceph"));
        assertThat(mounts.of("/home/a")).contains(new FileSystem("ext4"));
    }

    @Test
    void looksAtFilesThatAreThereAndNotThere(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("it's here"), "x");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        String missing = folder.resolve("missing").toString();
        HostShell here = HostShell.of(HypervisorUri.parse("qemu:///system").orElseThrow())
                .orElseThrow();
        Map<String, FileLook.Seen> seen = FileLook.at(here, List.of(file.toString(), link.toString(), missing));
        assertThat(seen.get(file.toString()).looksSameAs(seen.get(link.toString())))
                .isTrue();
        assertThat(seen.get(file.toString()).fileSystem()).isPresent();
        assertThat(seen.get(missing).exists()).isFalse();
        assertThat(seen.get(missing).fileSystem())
                .isEqualTo(seen.get(file.toString()).fileSystem());
    }

    @Test
    void knocks() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0)) {
            port = server.getLocalPort();
            assertThat(Knock.at("127.0.0.1", port)).isEqualTo(Knock.OPEN);
        }
        assertThat(Knock.at("127.0.0.1", port)).isEqualTo(Knock.REFUSED);
        assertThat(Knock.at("no-such-host.invalid", port)).isEqualTo(Knock.NAME_UNKNOWN);
    }
}
