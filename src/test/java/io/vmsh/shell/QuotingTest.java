package io.vmsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.spec.LineLexer;
import io.vmsh.spec.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotingTest {
    private static final char NONE = 0;

    @Test
    void onlyWhereNeeded() {
        assertThat(Quoting.quoted("web1", "we", true, NONE)).isEqualTo("web1");
        assertThat(Quoting.quoted("web 1", "we", true, NONE)).isEqualTo("'web 1'");
        assertThat(Quoting.quoted("--pool=my pool", "--pool=my", true, NONE)).isEqualTo("--pool='my pool'");
    }

    @Test
    void withTheQuoteThatIsOpen() {
        assertThat(Quoting.quoted("web 1", "\"we", true, NONE)).isEqualTo("\"web 1\"");
        assertThat(Quoting.quoted("web1", "'we", true, NONE)).isEqualTo("'web1'");
    }

    @Test
    void openAsLongAsTheWordIsNotWhole() {
        assertThat(Quoting.quoted("my folder/", "my", false, NONE)).isEqualTo("'my folder/");
    }

    @Test
    void withTheOtherQuoteWhereOneHoldsTheStatement() {
        assertThat(Quoting.quoted("web 1", "we", true, '\'')).isEqualTo("\"web 1\"");
        assertThat(Quoting.quoted("web 1", "we", true, '"')).isEqualTo("'web 1'");
        assertThat(Quoting.quoted("web1", "we", true, '"')).isEqualTo("web1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "it's", "\"", "\\", "#x", "a;b", "it's \"so\"\\", "tab\there", "ü"})
    void isReadBackAsItWas(String word) {
        for (String typed : new String[] {"", "'", "\""}) {
            Token read = new LineLexer(Quoting.quoted(word, typed, true, NONE)).next();
            assertThat(read)
                    .isInstanceOfSatisfying(
                            Token.Word.class, it -> assertThat(it.text()).isEqualTo(word));
        }
    }
}
