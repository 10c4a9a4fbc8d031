package io.vmsh;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.Transcript.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every example of {@code src/docs/scripts.md} does what the page says: it runs to its end. */
class ScriptPageTest {
    private static final Path PAGE = Path.of("src/docs/scripts.md");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```vmsh ?([^\\n]*)\\n(.*?)^```$");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> examplesRun() throws IOException {
        String page = Files.readString(PAGE);
        Matcher matcher = EXAMPLE.matcher(page);
        List<DynamicTest> tests = new ArrayList<>();
        while (matcher.find()) {
            long line = page.substring(0, matcher.start()).lines().count() + 1;
            String options = matcher.group(1);
            String script = matcher.group(2);
            tests.add(DynamicTest.dynamicTest("line " + line, () -> runs(script, options)));
        }
        return tests.stream();
    }

    @Test
    void thereAreExamples() throws IOException {
        assertThat(EXAMPLE.matcher(Files.readString(PAGE)).results().count()).isGreaterThan(9);
    }

    private void runs(String script, String options) throws IOException {
        Files.writeString(folder.resolve("settings.vmsh"), "let greeting = hello\n");
        Files.writeString(folder.resolve("example.vmsh"), script);
        List<String> words = new ArrayList<>(List.of("-c", "test:///default", "run", "example.vmsh"));
        for (String option : options.isEmpty() ? new String[0] : options.split(" ", -1)) {
            words.add("--" + option.replaceFirst("=", " ").split(" ", 2)[0]);
            words.add(option.substring(option.indexOf('=') + 1));
        }
        Output output = Shells.vmsh(words, Map.of("HOME", folder.toString()), folder, "");
        assertThat(output.exitCode()).as(output.out() + output.err()).isZero();
    }
}
