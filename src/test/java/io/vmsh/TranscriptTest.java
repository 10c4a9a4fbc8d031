package io.vmsh;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.Replay.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each file below {@code src/test/resources/transcripts} says what a person types and sees. {@code
 * -Dtranscripts.write=true} writes them anew from what vmsh prints, {@code -Dtranscripts.write=virsh} from what virsh
 * does; the diff is then to be read.
 */
class TranscriptTest {
    private static final String WRITE = System.getProperty("transcripts.write", "");

    @TestFactory
    Stream<DynamicTest> transcripts() throws IOException {
        return Replay.files().stream()
                .map(file -> DynamicTest.dynamicTest(
                        Replay.FOLDER.relativize(file).toString(), file.toUri(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        switch (WRITE) {
            case "virsh" ->
                Files.writeString(
                        file, Replay.play(file, Shells::virsh, Scope.SHARED).text());
            case "true" ->
                Files.writeString(
                        file, Replay.play(file, Shells::vmsh, Scope.ALL).text());
            default ->
                assertThat(Replay.play(file, Shells::vmsh, Scope.ALL).text()).isEqualTo(Files.readString(file));
        }
    }
}
