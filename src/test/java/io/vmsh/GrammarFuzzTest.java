package io.vmsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vmsh.Transcript.Output;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Has vmsh and the installed virsh read thousands of generated lines: the same words, or the same error. {@code
 * -Dfuzz.seed=N} makes other lines.
 */
class GrammarFuzzTest {
    private static final long SEED = Long.getLong("fuzz.seed", 9_000_000);
    private static final int LINES = Integer.getInteger("fuzz.lines", 4000);
    /** Of those that cannot be read, virsh is given this many, one by one. */
    private static final int MISTAKES = LINES / 8;

    private static final int WORD_LISTS = LINES / 20;
    /** How many lines that can be read virsh is given at once; starting it is what takes time. */
    private static final int BATCH = 60;

    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "Z",
            "0",
            "-",
            "--",
            "=",
            ",",
            ",,",
            "\\",
            "\\\\",
            "'",
            "'",
            "\"",
            "\"",
            " ",
            " ",
            "\t",
            ";",
            "\n",
            "#",
            "\\\n",
            "<",
            ">",
            "&",
            "|",
            "$x",
            "*",
            "?",
            "~",
            "{",
            "}",
            "(",
            "!",
            "`",
            "ü",
            "漢",
            "😀",
            "é",
            "'a b'",
            "\"a b\"",
            "\\ ",
            "\\;",
            "\\#",
            "\\'",
            "\\\"",
            "'\\'",
            "\"\\\"\"",
            "\"'\"",
            "'\"'");
    private static final List<String> WORDS = List.of(
            "a",
            "''",
            "\"\"",
            "--",
            "-a",
            "---",
            "-1",
            "--=",
            "--str",
            "--str=x",
            "--hi",
            "--hi=x",
            "--string",
            "--string=",
            "--string=a=b",
            "--shell",
            "--xml",
            "--split",
            "--err",
            "--bogus",
            "--shell=1",
            "'--shell'",
            "\"--str\"",
            "--s\\tr",
            "--help=1",
            "echo",
            "pwd",
            "#x",
            "'#x'",
            "a#b",
            "a,b",
            "x=y",
            "--ä");
    private static final List<String> COMMANDS = List.of(
            "echo",
            "echo",
            "echo",
            "echo",
            "echo",
            "echo",
            "echo --shell",
            "echo --shell",
            "echo --shell",
            "echo --xml",
            "echo --split",
            "'echo'",
            "e\\cho",
            "\"ec\"ho",
            "'#echo'",
            "\\#",
            "nope",
            "''",
            "ECHO",
            "pwd",
            "cd",
            "quit",
            "exit now");
    private static final List<String> SEPARATORS =
            List.of(";", "\n", " ; ", ";;", "; \n", " # c;d'\n", "\n\n", "\t;\t", " #\n", ";#\n", " \\\n;");

    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", System.getenv("PATH"), "LC_ALL", "C.UTF-8");
    private static final Path DIRECTORY = Path.of("").toAbsolutePath();

    private final Random random = new Random(SEED);

    @BeforeEach
    void virshIsThere() {
        assumeTrue(Shells.hasVirsh(), "virsh 9.0.0 is not installed");
    }

    @Test
    void linesAreReadAlike() {
        List<String> lines = IntStream.range(0, LINES).mapToObj(i -> line()).toList();
        Map<Boolean, List<String>> readable = lines.stream()
                .collect(Collectors.partitioningBy(line -> vmsh(List.of(line)).exitCode() == 0));
        List<String> suspects =
                readable.get(false).stream().limit(MISTAKES).collect(Collectors.toCollection(ArrayList::new));
        List<String> rest = readable.get(true);
        for (int from = 0; from < rest.size(); from += BATCH) {
            List<String> batch = rest.subList(from, Math.min(from + BATCH, rest.size()));
            String text = String.join("\n", batch);
            if (!vmsh(List.of(text)).equals(virsh(List.of(text)))) {
                suspects.addAll(batch);
            }
        }
        assertThat(suspects.stream()
                        .map(List::of)
                        .filter(words -> !vmsh(words).equals(virsh(words)))
                        .map(GrammarFuzzTest::difference))
                .isEmpty();
    }

    @Test
    void wordsOfACallingShellAreReadAlike() {
        assertThat(IntStream.range(0, WORD_LISTS)
                        .mapToObj(i -> words())
                        .filter(words -> !vmsh(words).equals(virsh(words)))
                        .map(GrammarFuzzTest::difference))
                .isEmpty();
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        int statements = 1 + random.nextInt(3);
        for (int i = 0; i < statements; i++) {
            line.append(random.nextInt(8) == 0 ? " " : "").append(oneOf(COMMANDS));
            for (int words = random.nextInt(4); words > 0; words--) {
                line.append(random.nextInt(10) == 0 ? "\t " : " ").append(word());
            }
            line.append(i < statements - 1 || random.nextInt(5) == 0 ? oneOf(SEPARATORS) : "");
        }
        return line.toString();
    }

    private List<String> words() {
        List<String> words = new ArrayList<>(List.of(random.nextInt(12) == 0 ? oneOf(COMMANDS) : "echo"));
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            words.add(word());
        }
        return words;
    }

    private String word() {
        if (random.nextInt(3) == 0) {
            return oneOf(WORDS);
        }
        return IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> oneOf(PIECES))
                .collect(Collectors.joining());
    }

    private String oneOf(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static Output vmsh(List<String> words) {
        return Shells.vmsh(options(words), ENVIRONMENT, DIRECTORY, "");
    }

    private static Output virsh(List<String> words) {
        return Shells.virsh(options(words), ENVIRONMENT, DIRECTORY, "");
    }

    private static List<String> options(List<String> words) {
        List<String> all = new ArrayList<>(List.of("-q", "--"));
        all.addAll(words);
        return all;
    }

    private static String difference(List<String> words) {
        return "%s\n  vmsh:  %s\n  virsh: %s\n".formatted(words, vmsh(words), virsh(words));
    }
}
