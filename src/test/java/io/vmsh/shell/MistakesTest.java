package io.vmsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vmsh.cli.Catalogue;
import io.vmsh.command.Commands;
import io.vmsh.spec.Binder;
import io.vmsh.spec.LineLexer;
import io.vmsh.spec.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MistakesTest {
    private final Commands commands = Catalogue.commands();

    @Test
    void pointsAtTheWordAndNamesTheNearest() {
        assertThat(explained("uri; lst --all", 80))
                .containsExactly("  uri; lst --all", "       ^^^", "did you mean list?");
    }

    @Test
    void knowsTheOptionsOfTheCommand() {
        assertThat(explained("list --inactve", 80)).last().isEqualTo("did you mean --inactive?");
        assertThat(explained("list --zzzzzz", 80)).hasSize(2);
    }

    @Test
    void pointsAtAnOpenQuote() {
        assertThat(explained("echo \"abc", 80)).containsExactly("  echo \"abc", "       ^^^^");
    }

    @Test
    void showsOnlyTheLineOfTheMistake() {
        assertThat(explained("uri\nlst\nuri", 80)).startsWith("  lst", "  ^^^");
    }

    @Test
    void fitsANarrowTerminal() {
        String text = "echo " + "x".repeat(200) + "; nosuchthing; echo " + "y".repeat(200);
        assertThat(explained(text, 20))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(20));
        assertThat(explained(text, 20).getFirst()).contains("nosuch");
        assertThat(explained(text, 0)).isNotEmpty();
    }

    private List<String> explained(String text, int width) {
        UsageException mistake =
                catchThrowableOfType(UsageException.class, () -> new Binder(commands::spec).bind(new LineLexer(text)));
        return new Mistakes(commands).explain(text, mistake, width);
    }
}
