package io.vmsh;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.Transcript.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds: it is run, or refused with a place and a reason, and then nothing of it has run. */
class ScriptInputTest {
    private static final long SEED = Long.getLong("fuzz.seed", 5_000_000);
    private static final int SCRIPTS = Integer.getInteger("fuzz.scripts", 3000);

    private static final List<String> PIECES = List.of(
            "on",
            "all",
            "@tag",
            "kvm9",
            "{",
            "{",
            "}",
            "}",
            "\n",
            "\n",
            "\n",
            ";",
            " ",
            " ",
            " ",
            "\t",
            "let",
            "x",
            "y",
            "=",
            "==",
            "!=",
            "${x}",
            "${",
            "${env.HOME}",
            "$",
            "for",
            "in",
            "te*",
            "all/*",
            "parallel",
            "2",
            "require",
            "wait",
            "domain",
            "pool",
            "session",
            "test",
            "is",
            "running",
            "open",
            "not",
            "and",
            "or",
            "30s",
            "ask",
            "as",
            "hidden",
            "include",
            "self.vmsh",
            "expect-error",
            "no-domain:",
            "list",
            "domstate",
            "echo",
            "--all",
            "--name",
            "connect",
            "test:///default",
            "use",
            "\"",
            "'",
            "\\",
            "\\\n",
            "#",
            "\r\n",
            "\uFEFF",
            "ü",
            "😀",
            "a b",
            "quit");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("self.vmsh");
    }

    @Test
    void neverGetsOutOfStep() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < SCRIPTS; i++) {
            String text = IntStream.range(0, random.nextInt(40))
                    .mapToObj(n -> PIECES.get(random.nextInt(PIECES.size())) + (random.nextBoolean() ? " " : ""))
                    .collect(Collectors.joining());
            Output output = run(text.getBytes(StandardCharsets.UTF_8), "--dry-run");
            assertThat(output.err()).as(text).doesNotContain("something went wrong inside");
            assertThat(output.exitCode())
                    .as(text + output.err())
                    .isEqualTo(output.err().isEmpty() ? 0 : 1);
        }
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[1 + random.nextInt(300)];
            random.nextBytes(bytes);
            Output output = run(bytes, "--dry-run");
            assertThat(output.err()).doesNotContain("something went wrong inside");
        }
        assertThat(run(new byte[] {'l', 'i', 's', 't', 0}).err())
                .isEqualTo("error: self.vmsh: it is not text: byte 5 is 0\n");
        assertThat(run(new byte[] {'l', 'i', 's', 't', (byte) 0xff}).err())
                .isEqualTo("error: self.vmsh: it is not UTF-8 text, from byte 5 on\n");
    }

    @Test
    void aFileThatIsTooLongIsNotReadToItsEnd() throws IOException {
        byte[] line = "echo x\n".getBytes(StandardCharsets.UTF_8);
        try (var out = Files.newOutputStream(file)) {
            byte[] lines = new byte[line.length * 150_000];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = line[i % line.length];
            }
            for (int i = 0; i < 100; i++) {
                out.write(lines);
            }
        }
        assertThat(Files.size(file)).isGreaterThan(100_000_000);
        Output output = run("--dry-run");
        assertThat(output.err())
                .isEqualTo("error: self.vmsh: it is too long: a script and what it includes may have 8 MiB\n");
        assertThat(output.exitCode()).isEqualTo(1);
    }

    @Test
    void filesOfOtherSystemsAreReadToo() throws IOException {
        Output output =
                run("\uFEFF# first\r\nlist --name\r\necho \"a\" \\\r\n  b\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(output.err()).doesNotContain("error").contains("echo \"a\" b");
        assertThat(output.out()).startsWith("test\na b\n");
        assertThat(run("\uFEFFlsit\r\n  nope\r\n".getBytes(StandardCharsets.UTF_8))
                        .err())
                .contains(
                        "self.vmsh:1:1: unknown command: 'lsit'; did you mean list?\n  lsit\n  ^^^^\n",
                        "self.vmsh:2:3: unknown command: 'nope'");
    }

    @Test
    void deepBlocksAndLongConditionsAreRefused() throws IOException {
        assertThat(run("on all {\n".repeat(100_000).getBytes(StandardCharsets.UTF_8))
                        .err())
                .contains("self.vmsh:51:1: blocks stand in blocks deeper than 50")
                .doesNotContain("something went wrong inside");
        assertThat(run(("require " + "not ".repeat(100_000) + "domain x is known\n").getBytes(StandardCharsets.UTF_8))
                        .err())
                .contains("self.vmsh:1:1: this condition is too long");
    }

    @Test
    void includesThatGoRoundAreRefused() throws IOException {
        Files.writeString(folder.resolve("a.vmsh"), "include b.vmsh\n");
        Files.writeString(folder.resolve("b.vmsh"), "list\ninclude ./a.vmsh\n");
        Output output = run("include a.vmsh".getBytes(StandardCharsets.UTF_8));
        assertThat(output.err()).startsWith("error: b.vmsh:2:9: './a.vmsh' includes itself\n");
        assertThat(output.out()).isEqualTo("\n");
    }

    @Test
    void manyMistakesAreToldAtOnce() throws IOException {
        Output output = run("nope\n".repeat(50_000).getBytes(StandardCharsets.UTF_8));
        assertThat(output.err().lines().filter(line -> line.startsWith("error: ")))
                .hasSizeBetween(100, 102);
        assertThat(output.err()).contains("and 49900 more");
    }

    private Output run(byte[] script, String... options) throws IOException {
        Files.write(file, script);
        return run(options);
    }

    private Output run(String... options) {
        List<String> words = new ArrayList<>(List.of("-c", "test:///default", "run", "self.vmsh"));
        words.addAll(Arrays.asList(options));
        return Shells.vmsh(words, Map.of("HOME", folder.toString()), folder, "");
    }
}
