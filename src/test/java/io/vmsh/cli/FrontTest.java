package io.vmsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.hypervisor.Connector;
import io.vmsh.hypervisor.Hypervisor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does not show in a transcript: log files, mistakes in vmsh itself, and when the shell is opened. */
class FrontTest {
    /** A hypervisor's driver with a mistake in it. */
    private static final Connector BROKEN = new Connector() {
        @Override
        public Hypervisor open(ConnectRequest request) {
            if (request.uri().startsWith("asking")) {
                String name = request.credentials().ask("name: ", true);
                throw new IllegalStateException(
                        "asked " + name + " " + request.credentials().ask("password: ", false));
            }
            throw new IllegalStateException("no wheels\nsecond line");
        }

        @Override
        public long libraryVersion() {
            return 12_003_004;
        }
    };

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicBoolean shell = new AtomicBoolean();

    private int run(Map<String, String> environment, boolean terminal, String... words) {
        return run(environment, terminal, new ByteArrayInputStream(new byte[0]), words);
    }

    private int run(Map<String, String> environment, boolean terminal, InputStream in, String... words) {
        Surroundings surroundings = new Surroundings(
                environment,
                folder,
                new Surroundings.Terminals(terminal, terminal, terminal),
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        Front front = new Front(surroundings, BROKEN, (setup, output) -> {
            shell.set(true);
            return 0;
        });
        return front.run(List.of(words));
    }

    @Test
    void aMistakeInVmshIsOneLineAndTheRestIsLogged() throws IOException {
        assertThat(run(Map.of("HOME", folder.toString()), false, "-c", "broken:///", "list"))
                .isEqualTo(1);

        Path log = folder.resolve(".local/state/vmsh/vmsh.log");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("IllegalStateException: no wheels")
                .contains(log.toString())
                .containsOnlyOnce("\n");
        assertThat(log).content().contains("second line").contains("at io.vmsh.cli.FrontTest");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
                .isEqualTo("rw-------");
    }

    @Test
    void withoutAPlaceForTheLogOnlyTheLineIsLeft() {
        assertThat(run(Map.of("HOME", "/proc/version"), false, "-c", "broken:///", "list"))
                .isEqualTo(1);
        assertThat(run(Map.of(), false, "-c", "broken:///", "list")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("error: ") && !line.contains("details"));
    }

    @Test
    void theLogFileOfTheOptionLineHasErrorsAndMessages() throws IOException {
        Path log = folder.resolve("a log");
        run(Map.of(), false, "-l", "a log", "echo", "not told");
        run(Map.of(), false, "-l", "a log", "-d", "1", "echo a --shell");
        run(Map.of("VIRSH_LOG_FILE", log.toString()), false, "nonsense");

        String form = "\\[\\d{4}\\.\\d\\d\\.\\d\\d \\d\\d:\\d\\d:\\d\\d vmsh \\d+] ";
        List<String> lines = Files.readAllLines(log);
        assertThat(lines).allMatch(line -> line.matches(form + "(INFO|ERROR) .*"));
        assertThat(lines.stream().map(line -> line.replaceFirst(form, "")))
                .containsExactly(
                        "INFO commands: \"echo a --shell\"",
                        "INFO echo: shell(bool): (none)",
                        "INFO echo: string(optdata): a",
                        "ERROR unknown command: 'nonsense'");
    }

    @Test
    void theShellIsForTerminalsWithoutAStatement() {
        run(Map.of(), true, "echo", "x");
        assertThat(shell).isFalse();
        run(Map.of(), false);
        assertThat(shell).isFalse();
        run(Map.of(), true, "-q");
        assertThat(shell).isTrue();
    }

    @Test
    void aMistakeInTheConfigurationIsToldAndTheShellOpens() throws IOException {
        Path file = Files.writeString(folder.resolve("config.yaml"), "sesions: []\n");
        assertThat(run(Map.of("VMSH_CONFIG", file.toString()), true)).isZero();
        assertThat(shell).isTrue();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("sesions").contains("config.yaml");
    }

    @Test
    void standardInputIsUtf8() {
        run(Map.of(), false, new ByteArrayInputStream("echo ü 漢".getBytes(StandardCharsets.UTF_8)), "-q");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("ü 漢");
    }

    @Test
    void credentialsMayComeFromStandardInputWhereStatementsDoNot() {
        byte[] input = "anna\nhidden\nlist\n".getBytes(StandardCharsets.UTF_8);
        run(Map.of(), false, new ByteArrayInputStream(input), "-c", "asking:///", "list");
        run(Map.of(), false, new ByteArrayInputStream(input), "-c", "asking:///");
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("asked anna hidden"),
                        line -> assertThat(line).contains("asked null null"));
    }

    @Test
    void theVersionIsTheClientLibrarys() {
        assertThat(run(Map.of(), false, "-v")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("12.3.4\n");
    }

    @Test
    void usageNamesEveryOptionAndCommand() {
        run(Map.of(), false, "-h");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("-K, --keepalive-count N", "--color WHEN", "\n    migrate ", "\n    net-list ");
    }
}
