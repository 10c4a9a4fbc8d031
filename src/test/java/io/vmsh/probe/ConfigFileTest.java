package io.vmsh.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** libvirt's configuration files; which texts it refuses, and where, was seen with libvirtd 9.0.0. */
class ConfigFileTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo bar",
                "lock_manager = \"sanlock",
                "x = 1 2",
                "= 1",
                "x = [ \"a\"  \"b\" ]",
                "x = \"a\" b = 2",
                "x = bare",
                "x.y = \"a\"",
                "_x = \"a\"",
                "x = ",
                "x = \n 3",
                "y = [ \"a\",\n # c\n \"b\" ]"
            })
    void whatLibvirtRefusesIsAMistakeWithItsLine(String text) {
        ConfigFile file = ConfigFile.parse("user = \"root\"\n" + text + "\n");
        assertThat(file.mistake()).isPresent();
        assertThat(file.mistake().get().line()).isEqualTo(text.startsWith("y") ? 3 : 2);
        assertThat(file.values()).containsEntry("user", "root");
        assertThatIllegalStateException().isThrownBy(() -> file.with("lock_manager", "\"lockd\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = \"\"\"a\nb\"\"\"",
                "y = [ \"a\",\n  \"b\", ]",
                "z = -3",
                " w='q'",
                "x = \"a\" # note",
                "x = +3",
                "x = 1; y = 2",
                ""
            })
    void whatLibvirtTakesIsNone(String text) {
        assertThat(ConfigFile.parse(text).mistake()).isEmpty();
    }

    @Test
    void theFirstOfTwoCounts() {
        ConfigFile file = ConfigFile.parse("a = \"1\"\n# a = \"0\"\na = \"2\"\n");
        assertThat(file.values()).isEqualTo(Map.of("a", "1"));
        assertThat(file.find("a").orElseThrow().line()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a = 1\\n|a = 1\\nlock = \"x\"\\n",
                "a = 1|a = 1\\nlock = \"x\"\\n",
                "lock = \"y\" # why\\nb = 2\\n|lock = \"x\" # why\\nb = 2\\n",
                "# text\\n#lock = \"z\"\\n\\nb = 2\\n|# text\\n#lock = \"z\"\\nlock = \"x\"\\n\\nb = 2\\n",
                "lock = \"x\"\\n|lock = \"x\"\\n",
                "''|lock = \"x\"\\n"
            })
    void anotherValueLeavesTheRestAsItIs(String before, String after) {
        ConfigFile file = ConfigFile.parse(before.replace("\\n", "\n"));
        String text = file.with("lock", ConfigFile.quoted("x"));
        assertThat(text).isEqualTo(after.replace("\\n", "\n"));
        assertThat(ConfigFile.parse(text).with("lock", ConfigFile.quoted("x"))).isEqualTo(text);
    }

    @Test
    void aSettingIsTakenOutWithItsLine() {
        assertThat(ConfigFile.parse("a = 1\nlock = \"x\"\nb = 2\n").without("lock"))
                .isEqualTo("a = 1\nb = 2\n");
        assertThat(ConfigFile.parse("lock = \"x\"").without("lock")).isEmpty();
        assertThat(ConfigFile.parse("a = 1\n").without("lock")).isEqualTo("a = 1\n");
        assertThat(ConfigFile.parse("lock = \"x\" # why\nb = 2\n").without("lock"))
                .isEqualTo("#lock = \"x\" # why\nb = 2\n");
    }
}
