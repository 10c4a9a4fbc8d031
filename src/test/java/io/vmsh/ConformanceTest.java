package io.vmsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vmsh.Replay.Scope;
import io.vmsh.Transcript.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays the transcripts on the installed virsh: what vmsh prints is what virsh prints, or the difference is documented. */
class ConformanceTest {
    private static final Path DIFFERENCES = Path.of("src/docs/virsh-differences.md");

    @TestFactory
    Stream<DynamicTest> transcriptsOnVirsh() throws IOException {
        return Replay.files().stream()
                .map(file ->
                        DynamicTest.dynamicTest(Replay.FOLDER.relativize(file).toString(), file.toUri(), () -> {
                            assumeTrue(Shells.hasVirsh(), "virsh 9.0.0 is not installed");
                            assertThat(Replay.play(file, Shells::virsh, Scope.SHARED)
                                            .text())
                                    .isEqualTo(Files.readString(file));
                        }));
    }

    @TestFactory
    Stream<DynamicTest> differencesAreDocumented() throws IOException {
        String documented = Files.readString(DIFFERENCES);
        Stream.Builder<DynamicTest> tests = Stream.builder();
        for (Path file : Replay.files()) {
            Transcript.read(file).parts().stream()
                    .filter(Note.class::isInstance)
                    .map(note -> ((Note) note).after("differs"))
                    .filter(reason -> reason != null)
                    .distinct()
                    .forEach(reason -> tests.add(DynamicTest.dynamicTest(
                            Replay.FOLDER.relativize(file) + ": " + reason,
                            () -> assertThat(documented).contains(reason))));
        }
        return tests.build();
    }
}
