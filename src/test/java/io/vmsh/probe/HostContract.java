package io.vmsh.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vmsh.probe.HostException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every host: one in memory, this machine, one by ssh. */
public abstract class HostContract {
    protected static final Duration LIMIT = Duration.ofSeconds(20);

    /** The host, the same for all tests of a class. */
    protected abstract Host host();

    /** A path of that name, in a folder that is there and empty when a test begins. */
    protected abstract String path(String name);

    /** Puts a file there by other means, with mode 640. */
    protected abstract void put(String name, byte[] bytes);

    /** Reads a file by other means. */
    protected abstract byte[] get(String path);

    /** The mode of a file in octal digits, by other means. */
    protected abstract String mode(String path);

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "two words", "it's", "$(reboot)", "a\nb", "\\", "'", "-x", "*", "\"q\"", ";", "ä€"})
    void aWordReachesTheCommandAsItIs(String word) {
        assertThat(host().run(LIMIT, List.of("printf", "%s", word)).out()).isEqualTo(word);
    }

    @Test
    void aCommandHasInputAndAnExitCode() {
        assertThat(host().run(LIMIT, List.of("cat"), "a secret\n").out()).isEqualTo("a secret\n");
        assertThat(host().run(LIMIT, List.of("false")).exit()).isEqualTo(1);
        assertThat(host().run(LIMIT, List.of("no-such-program")).exit()).isEqualTo(127);
    }

    @Test
    void aCommandThatDoesNotEndIsEnded() {
        assertRefused(Kind.TIMED_OUT, () -> host().run(Duration.ofMillis(900), List.of("sleep", "30")));
    }

    @Test
    void aMissingFileIsNoFailure() {
        HostFile file = host().read(path("missing"));
        assertThat(file.exists()).isFalse();
        assertThat(file.text()).isEmpty();
    }

    @Test
    void everyByteOfAFileSurvives() {
        byte[] bytes = {'a', (byte) 0xe9, 'b', '\n', 0, 'c'};
        put("latin", bytes);
        HostFile file = host().read(path("latin"));
        host().putBack(file, file.text());
        assertThat(get(path("latin"))).isEqualTo(bytes);
        host().putBack(file, file.text() + "d");
        assertThat(get(path("latin"))).startsWith(bytes).endsWith('d');
    }

    @Test
    void aReplacedFileKeepsItsModeAndWhatItWas() {
        put("it's one", "old ü\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        HostFile file = host().read(path("it's one"));
        Optional<String> kept = host().replace(file, "new $(x)\n");
        assertThat(get(path("it's one"))).asString().isEqualTo("new $(x)\n");
        assertThat(mode(path("it's one"))).isEqualTo("640");
        assertThat(kept).get().asString().matches("(?s).*/it's one\\.vmsh-\\d{8}-\\d{6}");
        assertThat(host().read(kept.orElseThrow()).text()).isEqualTo("old ü\n");
        assertThat(mode(kept.orElseThrow())).isEqualTo("640");
    }

    @Test
    void aNewFileIsMadeAndRemoved() {
        HostFile none = host().read(path("new"));
        assertThat(host().replace(none, "text\n")).isEmpty();
        assertThat(mode(path("new"))).isEqualTo("644");
        assertRefused(Kind.CHANGED, () -> host().replace(none, "again\n"));
        HostFile file = host().read(path("new"));
        host().remove(file);
        assertThat(host().read(path("new")).exists()).isFalse();
        host().remove(none);
    }

    @Test
    void whatSomebodyElseHasWrittenMeanwhileIsNotOverwritten() {
        put("busy", "mine\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        HostFile file = host().read(path("busy"));
        put("busy", "theirs\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertRefused(Kind.CHANGED, () -> host().replace(file, "mine again\n"));
        assertRefused(Kind.CHANGED, () -> host().remove(file));
        assertThat(get(path("busy"))).asString().isEqualTo("theirs\n");
    }

    @Test
    void aServiceThatIsNotThereIsNotInstalledAndDoesNotStart() {
        assertThat(host().service("no-such-service").installed()).isFalse();
        assertThat(host().service("no-such-service").running()).isFalse();
        assertRefused(Kind.FAILED, () -> host().service("no-such-service", Service.Action.START));
    }

    /** Refused for this reason, in a sentence that names the host. */
    protected void assertRefused(Kind kind, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        HostException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(kind))
                .hasMessageStartingWith(host().name() + ": ");
    }
}
