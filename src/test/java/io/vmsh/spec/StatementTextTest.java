package io.vmsh.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTextTest {
    private static final Spec COPY = Spec.of("copy", Group.VIRSH, "")
            .takes(
                    Arg.of("from", Value.TEXT, ""),
                    Flag.of("fast", ""),
                    Opt.of("to", Value.TEXT, "").orEmpty(),
                    Rest.of("more", Value.TEXT, ""));

    private static Invocation bind(String text) {
        return new Binder(name -> COPY).bind(new LineLexer(text)).getFirst();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "two words",
                "it's",
                "#x",
                "a;b",
                "say \"hi\"",
                "back\\slash",
                "it's \"\\\"",
                "--fast",
                "ü"
            })
    void theGrammarReadsBackWhatIsWritten(String word) {
        Invocation first = bind("copy --from=" + StatementText.quote(word) + " --to " + StatementText.quote(word));
        Invocation again = bind(StatementText.of(first).toString());
        assertThat(again.words()).isEqualTo(first.words());
        assertThat(again.words().get("from")).containsExactly(word);
    }

    @Test
    void changesOptions() {
        StatementText text =
                StatementText.of(bind("copy a --to b")).with("fast").with("to", "c");
        assertThat(text).hasToString("copy --fast a --to c");
        assertThat(text.without("to").without("fast")).hasToString("copy a");
    }
}
