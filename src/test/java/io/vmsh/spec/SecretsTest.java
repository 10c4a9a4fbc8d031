package io.vmsh.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
    private static final Spec SET = Spec.of("set", Group.SECRET, "sets a secret")
            .takes(
                    Arg.of("name", Value.TEXT, "its name"),
                    Opt.of("value", Value.TEXT, "its value").hidden(),
                    Flag.of("plain", "as it is"));
    private static final Spec ON = Spec.of("on", Group.SESSION, "on several")
            .takes(
                    Arg.of("selector", Value.SELECTOR, "which"),
                    Rest.of("statement", Value.COMMAND, "what").asTyped());

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "set a b, set a ***",
                "set a 'b c' --plain, set a *** --plain",
                "set --value b a, set --value *** a",
                "set a --value=b; set c d, set a --value=***; set c ***",
                "set a --nosuch b, set a --nosuch ***",
                "set a \"b, set a ***",
                "on all set a b, on all set a ***",
                "set a, set a",
                "nosuch a b, nosuch a b",
            })
    void starsOut(String typed, String kept) {
        assertThat(hidden(typed)).isEqualTo(kept);
    }

    @Test
    void keepsTheRestAsItWas() {
        assertThat(hidden("  set  a\t'it''s' # why")).isEqualTo("  set  a\t*** # why");
    }

    private static String hidden(String text) {
        return Secrets.hidden(text, name -> switch (name) {
            case "set" -> SET;
            case "on" -> ON;
            default -> null;
        });
    }
}
