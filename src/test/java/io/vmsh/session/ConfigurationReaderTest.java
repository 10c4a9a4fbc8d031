package io.vmsh.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vmsh.spec.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("config.yaml");
    }

    @Test
    void readsSessionsInTheirOrderAndSettings() throws IOException {
        Configuration configuration = read("""
                # hosts
                output: json
                color: never
                sessions:
                  kvm2: {uri: qemu+ssh://root@kvm2/system, tags: [prod, berlin]}
                  kvm1:
                    uri: test:///default
                    readonly: true
                """);
        assertThat(configuration.sessions())
                .containsExactly(
                        new SessionPlan("kvm2", "qemu+ssh://root@kvm2/system", false, Set.of("prod", "berlin")),
                        new SessionPlan("kvm1", "test:///default", true, Set.of()));
        assertThat(configuration.output()).isEqualTo("json");
        assertThat(configuration.color()).isEqualTo("never");
    }

    @Test
    void readsWhatClocksAreHeldTo() throws IOException {
        Configuration configuration = read("""
                clock-limit: 200
                ntp-server: ntp1.example.org
                """);
        assertThat(configuration.clockLimit()).isEqualTo(Duration.ofMillis(200));
        assertThat(configuration.ntpServer()).isEqualTo("ntp1.example.org");
        assertThat(Configuration.NONE.clockLimit()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "---\n", "{}"})
    void anEmptyFileSaysNothing(String text) throws IOException {
        assertThat(read(text)).isEqualTo(Configuration.NONE);
    }

    @Test
    void noFileSaysNothing() {
        assertThat(ConfigurationReader.read(file)).isEqualTo(Configuration.NONE);
        assertThat(ConfigurationReader.read(null)).isEqualTo(Configuration.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sesions: {}                         | :1:1: unknown key 'sesions'; did you mean sessions?",
                "output: xml                         | :1:9: 'xml' is not one of table, json, yaml, csv",
                "sessions: {a: {url: x}}             | :1:16: unknown key 'url'; did you mean uri?",
                "sessions: {a: {readonly: true}}     | :1:15: session 'a' has no uri",
                "sessions: {a: {uri: x, tags: prod}} | :1:30: expected a list of tags, as in '[prod, berlin]'",
                "sessions: {a: {uri: x, readonly: 1}} | :1:34: expected true or false",
                "sessions: {all: {uri: x}}           | :1:12: 'all' cannot name a session: use letters, digits, '.', '_' and '-'",
                "sessions: {a/b: {uri: x}}           | :1:12: 'a/b' cannot name a session: use letters, digits, '.', '_' and '-'",
                "sessions: [a]                       | :1:11: expected sessions by name, as in 'kvm1: {uri: qemu+ssh://root@kvm1/system}'",
                "clock-limit: soon                   | :1:14: expected a number of milliseconds",
                "clock-limit: -1                     | :1:14: expected a number of milliseconds",
                "ntp-server: [a]                     | :1:13: expected a host",
                "- a                                 | :1:1: expected settings, as in 'output: json'",
                "sessions: {a: {uri: x              | :1:22: while parsing a flow mapping: expected ',' or '}', but got <stream end>",
                "output: 'json                       | :1:7: while scanning a quoted scalar: found unexpected end of stream",
            })
    void tellsWhereTheMistakeIs(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(UsageException.class).hasMessage(file + message);
    }

    @Test
    void refusesASessionTwice() {
        assertThatThrownBy(() -> read("sessions:\n  a: {uri: x}\n  a: {uri: y}\n"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(file + ":3:4: Duplicate field 'a'");
    }

    @Test
    void tellsWhenItCannotBeRead() throws IOException {
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0x00, (byte) 0xc0});
        assertThatThrownBy(() -> ConfigurationReader.read(file))
                .isInstanceOf(UsageException.class)
                .hasMessage("cannot read " + file + ": it is not UTF-8");
    }

    @Test
    void isLookedForInTheXdgFolder() {
        assertThat(Configuration.file(Map.of("VMSH_CONFIG", "/y.yaml", "HOME", "/h")))
                .isEqualTo(Path.of("/y.yaml"));
        assertThat(Configuration.file(Map.of("XDG_CONFIG_HOME", "/x", "HOME", "/h")))
                .isEqualTo(Path.of("/x/vmsh/config.yaml"));
        assertThat(Configuration.file(Map.of("HOME", "/h"))).isEqualTo(Path.of("/h/.config/vmsh/config.yaml"));
        assertThat(Configuration.file(Map.of())).isNull();
    }

    @Test
    void readsLibvirtsAliases() {
        assertThat(UriAliases.parse("""
                # uri_aliases = [ "old=qemu+ssh://old/system" ]
                uri_aliases = [
                  "hail=qemu+ssh://root@hail.cloud.example.com/system",
                  # "sleet=qemu+ssh://root@sleet/system",
                  "here=qemu:///system"
                ]
                uri_default = "qemu:///system"
                """))
                .containsExactly(
                        Map.entry("hail", "qemu+ssh://root@hail.cloud.example.com/system"),
                        Map.entry("here", "qemu:///system"));
    }

    private Configuration read(String text) throws IOException {
        Files.writeString(file, text);
        return ConfigurationReader.read(file);
    }
}
