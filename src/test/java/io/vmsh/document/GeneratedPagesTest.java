package io.vmsh.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.cli.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed completions and manuals say what the commands say; {@code -Ddocuments.write=true} renews them. */
class GeneratedPagesTest {
    static Stream<Page> pages() {
        return List.of(
                new BashCompletion(),
                new ZshCompletion(),
                new FishCompletion(),
                new ManualPage(),
                new ReferencePage(),
                new VimSyntax(),
                new TextMateGrammar())
                .stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isTrue(Page page) throws IOException {
        Path file = Path.of(page.path());
        String content = page.content(Catalogue.commands());
        if (Boolean.getBoolean("documents.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        assertThat(file).hasContent(content);
    }
}
