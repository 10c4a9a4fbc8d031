package io.vmsh.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vmsh.probe.HostException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This machine, by sh. */
class LocalHostTest extends HostContract {
    @TempDir
    private Path folder;

    private final Host host = ShellHost.here("here", false);

    @Override
    protected Host host() {
        return host;
    }

    @Override
    protected String path(String name) {
        return folder.resolve(name).toString();
    }

    @Override
    protected void put(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
            Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString("rw-r-----"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    protected byte[] get(String path) {
        try {
            return Files.readAllBytes(Path.of(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    protected String mode(String path) {
        try {
            return Integer.toOctalString((int) Files.getAttribute(Path.of(path), "unix:mode") & 0777);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void aLinkIsFollowedAndStays() throws IOException {
        put("file", new byte[] {'a'});
        Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
        host.replace(host.read(path("link")), "b");
        assertThat(folder.resolve("link")).isSymbolicLink();
        assertThat(get(path("file"))).asString().isEqualTo("b");
    }

    @Test
    void nothingIsLeftBehindByWhatFails() throws IOException {
        put("file", new byte[] {'a'});
        HostFile old = host.read(path("file"));
        put("file", new byte[] {'b'});
        assertRefused(Kind.CHANGED, () -> host.replace(old, "c"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("file"));
        }
    }

    @Test
    void aFolderIsNoFileAndAFileInNoFolderIsNotMade() {
        assertRefused(Kind.FAILED, () -> host.read(folder.toString()));
        assertRefused(Kind.FAILED, () -> host.replace(HostFile.absent(path("none/file")), "a"));
    }

    @Test
    void aCommandThatIsInterruptedIsNotSaidToBeLate() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> host.run(LIMIT, List.of("sleep", "30")))
                    .isInstanceOf(HostException.class)
                    .hasMessage("here: interrupted while sleep was running there");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
