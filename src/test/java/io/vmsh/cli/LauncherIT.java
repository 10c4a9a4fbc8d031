package io.vmsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The built program, started by {@code scripts/vmsh} as a shell starts it. */
class LauncherIT {
    private static final String VMSH = "scripts/vmsh -c test:///default ";

    @Test
    void outputThatIsLostIsAFailure() throws Exception {
        assertThat(shell(VMSH + "dumpxml test >/dev/full; echo $?"))
                .isEqualTo("error: the output could not be written; is the disk full?\n1\n");
    }

    @Test
    void aReaderThatGoesAwayIsNone() throws Exception {
        assertThat(shell("set -o pipefail; " + VMSH + "'capabilities; capabilities' | head -1; echo $?"))
                .isEqualTo("<capabilities>\n0\n");
    }

    @Test
    void closedStreamsDoNoHarm() throws Exception {
        assertThat(shell(VMSH + "domid test >&-; echo $?")).isEqualTo("0\n");
        assertThat(shell(VMSH + "-q domid test <&- 2>&-")).isEqualTo("1\n");
    }

    @Test
    void itStartsFromAnywhereAndThroughALink() throws Exception {
        assertThat(shell(
                        "folder=$(mktemp -d) && ln -s \"$PWD/scripts/vmsh\" \"$folder/v\" && cd / && \"$folder/v\" -q -c"
                                + " test:///default domid test; rm -r \"$folder\""))
                .isEqualTo("1\n");
    }

    @Test
    void aScriptIsAProgram() throws Exception {
        String program = """
                #!/usr/bin/env -S vmsh run
                connect test:///default --name one
                domid ${guest}
                domstate nobody
                """;
        assertThat(shell("""
                        folder=$(mktemp -d) && mkdir "$folder/bin" && ln -s "$PWD/scripts/vmsh" "$folder/bin/vmsh"
                        cat >"$folder/go.vmsh" <<'END'
                        %sEND
                        chmod +x "$folder/go.vmsh" && cd / && export HOME="$folder" XDG_STATE_HOME= PATH="$folder/bin:$PATH"
                        "$folder/go.vmsh" guest=test 2>"$folder/err"; echo $?
                        grep 'stopped at' "$folder/err" | sed "s|$folder/||"; rm -r "$folder"
                        """.formatted(program)))
                .isEqualTo("1\n\n6\nerror: go.vmsh:4: stopped at 'domstate nobody', the last statement\n");
    }

    /** What a line of bash prints on both streams. */
    private static String shell(String line) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder("bash", "-c", line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return printed;
    }
}
