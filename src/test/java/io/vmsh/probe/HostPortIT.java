package io.vmsh.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vmsh.lab.Lab;
import io.vmsh.lab.LabOperator;
import io.vmsh.probe.HostException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real host by the system's ssh and a real sshd: the contract, and what only happens on the way there. */
@Timeout(120)
class HostPortIT extends HostContract {
    private static final String FOLDER = "/root/contract";

    private final Host host = bySsh("root@kvm1", false);

    @BeforeAll
    static void labWithAnOperator() throws IOException {
        Lab.up();
        LabOperator.on("kvm1");
    }

    @BeforeEach
    void emptyFolder() throws IOException {
        Path folder = Lab.folder("kvm1").resolve("root/contract");
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }

    /** ssh as the lab's client starts it. */
    private static Host bySsh(String destination, boolean sudo) {
        List<String> words = new ArrayList<>(Lab.exec("client", "ssh"));
        words.addAll(List.of("-T", "-o", "BatchMode=yes", "-o", "ConnectTimeout=5", "--", destination));
        return new ShellHost(destination, HostShell.by(words), sudo);
    }

    @Override
    protected Host host() {
        return host;
    }

    @Override
    protected String path(String name) {
        return FOLDER + "/" + name;
    }

    private static Path outside(String path) {
        return Lab.folder("kvm1").resolve(path.substring(1));
    }

    @Override
    protected void put(String name, byte[] bytes) {
        try {
            Files.write(outside(path(name)), bytes);
            Files.setPosixFilePermissions(outside(path(name)), PosixFilePermissions.fromString("rw-r-----"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    protected byte[] get(String path) {
        try {
            return Files.readAllBytes(outside(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    protected String mode(String path) {
        try {
            return Integer.toOctalString((int) Files.getAttribute(outside(path), "unix:mode") & 0777);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void aHostWithoutSystemdHasItsServicesByScripts() {
        Service sshd = host.service("sshd");
        assertThat(sshd.manager()).isEqualTo(Service.Manager.SCRIPTS);
        assertThat(sshd.manager().text()).contains("no systemd");
        assertThat(sshd.installed() && sshd.running() && sshd.enabled()).isTrue();
        host.service("virtlockd", Service.Action.RESTART);
        assertThat(host.service("virtlockd").running()).isTrue();
        host.service("libvirtd", Service.Action.RESTART);
        assertThat(host.service("libvirtd").running()).isTrue();
    }

    @Test
    void whatOnlyRootMayReadIsToldAndReadBySudo() throws IOException {
        put("secret", new byte[] {'a'});
        Host operator = bySsh(LabOperator.NAME + "@kvm1", false);
        assertThatThrownBy(() -> operator.read(path("secret")))
                .isInstanceOfSatisfying(
                        HostException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Kind.NOT_PERMITTED))
                .hasMessageContaining("permission denied")
                .hasMessageEndingWith("--sudo acts as root");
        assertThatThrownBy(() -> operator.replace(HostFile.absent("/etc/libvirt/new.conf"), "x"))
                .isInstanceOfSatisfying(
                        HostException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Kind.NOT_PERMITTED));
        Host root = bySsh(LabOperator.NAME + "@kvm1", true);
        assertThatThrownBy(() -> root.read(path("secret")))
                .isInstanceOfSatisfying(
                        HostException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Kind.NOT_PERMITTED))
                .hasMessageContaining("sudo: ");
        LabOperator.maySudo("kvm1", true);
        try {
            assertThat(root.read(path("secret")).text()).isEqualTo("a");
            root.replace(root.read(path("secret")), "b");
            assertThat(get(path("secret"))).asString().isEqualTo("b");
            assertThat(mode(path("secret"))).isEqualTo("640");
        } finally {
            LabOperator.maySudo("kvm1", false);
        }
    }

    @Test
    void aHostWhoseKeyIsNotKnownOrThatRefusesOursIsNotReached() {
        assertThatThrownBy(() -> bySsh("nobody@kvm1", false).read("/etc/hosts"))
                .isInstanceOfSatisfying(
                        HostException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Kind.UNREACHABLE))
                .hasMessageContaining("Permission denied");
        assertThatThrownBy(() -> bySsh("root@localhost", false).read("/etc/hosts"))
                .isInstanceOfSatisfying(
                        HostException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Kind.UNREACHABLE));
        List<String> strict = new ArrayList<>(Lab.exec("client", "ssh"));
        strict.addAll(List.of("-T", "-o", "BatchMode=yes", "-o", "UserKnownHostsFile=/dev/null", "--", "root@kvm1"));
        assertThatThrownBy(() -> new ShellHost("kvm1", HostShell.by(strict), false).read("/etc/hosts"))
                .isInstanceOfSatisfying(
                        HostException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Kind.UNREACHABLE))
                .hasMessageContaining("Host key verification failed");
    }
}
