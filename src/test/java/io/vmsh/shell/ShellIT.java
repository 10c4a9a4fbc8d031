package io.vmsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell as somebody at a terminal has it. */
class ShellIT {
    private static final String LAUNCHER = System.getProperty(
            "vmsh.launcher", Path.of("scripts/vmsh").toAbsolutePath().toString());
    private static final String PROMPT = "test #";

    @TempDir
    Path folder;

    private final List<TmuxSession> terminals = new ArrayList<>();
    private TmuxSession terminal;

    @BeforeEach
    void tmux() {
        assumeTrue(TmuxSession.isInstalled(), "tmux is not installed");
    }

    @AfterEach
    void close() {
        terminals.forEach(TmuxSession::close);
    }

    @Test
    void greetsAndPrompts() {
        start();
        assertThat(terminal.screen().lines()).hasSize(3).first().asString().startsWith("vmsh ");
    }

    @Test
    void quietLeavesTheBannerOut() {
        start(80, Map.of(), "-q", "-c", "test:///default");
        assertThat(terminal.screen()).isEqualTo(PROMPT);
    }

    @Test
    void tellsReadOnlySessions() {
        open(80, Map.of(), "-r", "-c", "test:///default");
        terminal.waitForLast("test >");
    }

    @Test
    void runsStatements() {
        start();
        terminal.enter("list --all; echo one # and no more");
        terminal.waitUntil("both statements", screen -> screen.contains("running") && screen.contains("\none\n"));
        terminal.waitForLast(PROMPT);
        assertThat(terminal.screen()).contains("running\n\none\n" + PROMPT);
    }

    @Test
    void completesCommandsOptionsAndGuests() {
        start();
        terminal.type("domin");
        terminal.complete(PROMPT + " dominfo");
        terminal.complete("--domain");
        assertThat(terminal.screen()).contains("test", "running", "--output");
        terminal.type("t");
        terminal.complete(PROMPT + " dominfo test");
        terminal.type("--outp");
        terminal.complete(PROMPT + " dominfo test --output");
        terminal.type("js");
        terminal.complete(PROMPT + " dominfo test --output json");
        terminal.type("; list --ina");
        terminal.complete("--output json ; list --inactive");
    }

    @Test
    void completesInsideQuotes() {
        start();
        terminal.type("dominfo 't");
        terminal.complete("dominfo 'test'");
    }

    @Test
    void ctrlCGivesUpTheLine() {
        start();
        terminal.type("list --all");
        terminal.waitForLast(PROMPT + " list --all");
        terminal.press("C-c");
        terminal.waitForLast(PROMPT);
        terminal.enter("echo still here");
        terminal.waitFor("\nstill here\n");
    }

    @Test
    void ctrlCLeavesAStatementThatDoesNotEnd() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String nowhere = "qemu+ssh://127.0.0.1:%d/system".formatted(silent.getLocalPort());
            start(80, Map.of(), "-c", nowhere);
            terminal.enter("list; echo never");
            silent.setSoTimeout(60_000);
            silent.accept();
            terminal.press("C-c");
            terminal.waitFor("interrupted: 'list' does not answer and is left running in the background");
            terminal.waitForLastEnding(" !");
            terminal.enter("echo still here");
            terminal.waitFor("\nstill here\n");
            terminal.waitForLastEnding(" !");
            assertThat(terminal.screen()).doesNotContain("\nnever\n");
            terminal.press("C-d");
            terminal.waitForEnd(0);
        }
    }

    @Test
    void ctrlCStopsAScriptAndItCanBeResumed() throws IOException {
        script("x.vmsh", "hostname\nwait domain test is paused for 1h\ndomid test\n");
        start();
        terminal.enter("cd " + folder);
        terminal.waitForLast(PROMPT);
        terminal.enter("run x.vmsh; echo never");
        terminal.waitFor("# wait domain test is paused for 1h");
        terminal.press("C-c");
        terminal.waitFor("interrupted: stopping behind the statements under way");
        terminal.waitFor("' goes on with it");
        terminal.waitForLast(PROMPT);
        assertThat(terminal.screen())
                .contains("x.vmsh:2: stopped at ")
                .doesNotContain("\nnever\n", "cannot be written");
        terminal.enter("suspend test; run --resume; resume test");
        terminal.waitFor("Domain 'test' resumed");
        terminal.waitForLast(PROMPT);
        terminal.enter("journals --output csv");
        terminal.waitFor(",finished,3,");
    }

    @Test
    void anAnswerOutlivesAKilledShell() throws Exception {
        script("x.vmsh", """
                ask 'Which guest?' as guest
                ask 'The word?' as word hidden
                wait domain ${guest} is paused for 1h
                echo done with ${guest}
                """);
        start();
        terminal.enter("run " + folder + "/x.vmsh");
        terminal.waitForLast("Which guest?");
        terminal.enter("test");
        terminal.waitForLast("The word?");
        terminal.enter("sesame");
        terminal.waitFor("# wait domain test is paused");
        Path journal = onlyJournal();
        assertThat(Files.readString(journal)).doesNotContain("sesame");
        kill(Files.readString(journal).replaceFirst("(?s).*?\"process\":(\\d+).*", "$1"));
        terminal.waitForEnd(137);

        start();
        terminal.enter("suspend test; run --resume");
        terminal.waitForLast("The word?");
        assertThat(terminal.screen()).doesNotContain("\nWhich guest?");
        terminal.enter("sesame");
        terminal.waitFor("\ndone with test\n");
        terminal.waitForLast(PROMPT);
        assertThat(Files.readString(journal))
                .contains("\"outcome\":\"finished\"")
                .doesNotContain("sesame");
    }

    @Test
    void recordsAndSavesWhatWasTyped() throws IOException {
        script("x.vmsh", "wait domain test is paused for 1h\n");
        start();
        terminal.enter("cd " + folder);
        terminal.waitForLast(PROMPT);
        terminal.enter("record did.vmsh");
        terminal.waitFor("Recording to did.vmsh");
        terminal.enter("suspend test; start test");
        terminal.waitFor("error: Domain is already active");
        terminal.enter("run x.vmsh --set nothing=1");
        terminal.waitFor("a value is given for 'nothing'");
        terminal.enter("resume test");
        terminal.waitFor("Domain 'test' resumed");
        terminal.enter("run x.vmsh");
        terminal.waitFor("# wait domain test is paused");
        terminal.press("C-c");
        terminal.waitFor("' goes on with it");
        terminal.enter("hostname");
        terminal.enter("record --stop");
        terminal.waitFor("statements recorded in");
        terminal.enter("history 3 --save typed.vmsh");
        terminal.waitFor("3 lines saved in typed.vmsh");
        assertThat(Files.readString(folder.resolve("typed.vmsh")))
                .isEqualTo("hostname\nrecord --stop\nhistory 3 --save typed.vmsh\n");
        assertThat(Files.readString(folder.resolve("did.vmsh")))
                .contains(
                        "connect --name test test:///default\nsuspend test\n# failed: start test\n# error: Domain is",
                        "\n# failed: run --file x.vmsh\n# error: interrupted\n")
                .endsWith("\nhostname\n");
        terminal.enter("run did.vmsh; echo played");
        terminal.waitFor("\nplayed\n");
    }

    @Test
    void completesStatementsInOneQuotedWord() {
        start();
        terminal.type("on all 'domin");
        terminal.complete("on all 'dominfo");
        terminal.type("t");
        terminal.complete("on all 'dominfo test");
        terminal.type("'");
        terminal.press("Enter");
        terminal.waitFor("Persistent");
    }

    @Test
    void helpTellsTheNearestName() {
        start();
        terminal.enter("help lsit");
        terminal.waitFor("'lsit' doesn't exist; did you mean list?");
    }

    @Test
    void ctrlDLeavesOnALineOfItsOwn() {
        start();
        terminal.press("C-d");
        terminal.waitForEnd(0);
        assertThat(terminal.screen()).contains(PROMPT + "\n");
    }

    @Test
    void quitLeaves() {
        start();
        terminal.enter("echo before; quit; echo after");
        terminal.waitForEnd(0);
        assertThat(terminal.screen()).contains("\nbefore\n").doesNotContain("\nafter");
    }

    @Test
    void aBackslashContinuesTheLine() {
        start();
        terminal.enter("echo one \\");
        terminal.waitForLast("     >");
        terminal.enter("two");
        terminal.waitFor("\none two\n");
    }

    @Test
    void showsWhereALineIsWrong() {
        start();
        terminal.enter("echo ran; lst --all");
        terminal.waitFor("did you mean list?\n" + PROMPT);
        assertThat(terminal.screen()).contains("""
                error: unknown command: 'lst'
                  echo ran; lst --all
                            ^^^
                did you mean list?
                """).doesNotContain("\nran\n");
    }

    @Test
    void exclamationMarksMeanNothing() {
        start();
        terminal.enter("echo !! !echo $HOME");
        terminal.waitFor("\n!! !echo $HOME\n");
    }

    @Test
    void remembersLinesInAFileOfItsOwner() throws IOException {
        start();
        terminal.enter("echo remembered");
        terminal.waitFor("\nremembered\n");
        terminal.waitForLast(PROMPT);
        terminal.press("C-d");
        terminal.waitForEnd(0);
        Path history = folder.resolve("home/.local/state/vmsh/history");
        assertThat(Files.readString(history)).contains("echo remembered");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history.getParent())))
                .isEqualTo("rwx------");
        start();
        terminal.press("Up");
        terminal.waitForLast(PROMPT + " echo remembered");
    }

    @Test
    void doesWithoutAHome() {
        start(80, Map.of("HOME", "", "XDG_STATE_HOME", ""), "-c", "test:///default");
        terminal.enter("echo fine");
        terminal.waitFor("\nfine\n");
    }

    @Test
    void doesWithAHomeThatCannotBeWritten() {
        start(80, Map.of("HOME", "/proc"), "-c", "test:///default");
        terminal.enter("echo fine");
        terminal.waitFor("\nfine\n");
        terminal.waitForLast(PROMPT);
        assertThat(terminal.screen()).doesNotContain("WARN", "error");
    }

    @Test
    void coloursCommands() {
        start();
        terminal.enter("list --all");
        terminal.waitFor("running");
        assertThat(terminal.colours()).contains("\u001b[1mlist", "\u001b[36m--all");
    }

    @Test
    void noColoursWhereTheyAreNotWanted() {
        start(80, Map.of("NO_COLOR", "1"), "-c", "test:///default");
        terminal.enter("list --all");
        terminal.waitFor("running");
        assertThat(terminal.colours()).doesNotContain("\u001b[1m", "\u001b[36m");
    }

    @Test
    void followsTheWidthOfTheTerminal() {
        start();
        terminal.type("echo " + "long ".repeat(12) + "end");
        terminal.waitFor("end");
        terminal.resize(40, 20);
        terminal.waitUntil(
                "two lines of 40 columns",
                screen -> screen.lines().filter(line -> line.contains("long")).count() >= 2);
        terminal.press("Enter");
        terminal.waitForLast(PROMPT);
        terminal.resize(20, 20);
        terminal.enter("lst --all --name --title");
        terminal.waitFor("did you mean list?");
        terminal.type("domin");
        terminal.press("Tab", "Tab");
        terminal.waitFor("dominfo");
        assertThat(terminal.screen()).doesNotContain("Exception");
    }

    @Test
    void startsInANarrowTerminal() {
        start(20, Map.of(), "-c", "test:///default");
        terminal.enter("list");
        terminal.waitFor("running");
    }

    @Test
    void startsWhereTheTerminalHasNoSize() {
        startAs("stty rows 0 columns 0; exec \"$0\" \"$@\"");
        terminal.enter("echo fine");
        terminal.waitFor("\nfine\n");
    }

    @Test
    void startsInATerminalThatNobodyKnows() {
        start(80, Map.of("TERM", "no-such-terminal"), "-c", "test:///default");
        terminal.enter("echo fine");
        terminal.waitFor("\nfine\n");
        assertThat(terminal.screen()).doesNotContain("Exception", "infocmp");
    }

    @Test
    void isPlainOnADumbTerminal() {
        start(80, Map.of("TERM", "dumb"), "-c", "test:///default");
        terminal.enter("list --all");
        terminal.waitFor("running");
        terminal.type("echo not this");
        terminal.waitForLast(PROMPT + " echo not this");
        terminal.press("C-c");
        terminal.waitForLast(PROMPT);
        terminal.enter("echo fine \\");
        terminal.waitForLast("  >");
        terminal.enter("too");
        terminal.waitFor("\nfine too\n");
        terminal.waitForLast(PROMPT);
        terminal.press("C-d");
        terminal.waitForEnd(0);
        assertThat(terminal.screen()).doesNotContain("\nnot this");
        assertThat(terminal.colours()).doesNotContain("\u001b[1m", "\u001b[36m");
    }

    private void script(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Path onlyJournal() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("home/.local/state/vmsh/journals"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private static void kill(String process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-9", process).inheritIO().start().waitFor())
                .isZero();
    }

    private void start() {
        start(80, Map.of(), "-c", "test:///default");
    }

    private void start(int columns, Map<String, String> environment, String... words) {
        open(columns, environment, words);
        terminal.waitForLastEnding(" #");
    }

    private void startAs(String script) {
        open(80, Map.of(), List.of("sh", "-c", script, LAUNCHER, "-c", "test:///default"));
        terminal.waitForLast(PROMPT);
    }

    private void open(int columns, Map<String, String> environment, String... words) {
        List<String> program = new ArrayList<>(List.of(LAUNCHER));
        program.addAll(List.of(words));
        open(columns, environment, program);
    }

    private void open(int columns, Map<String, String> environment, List<String> program) {
        try {
            Path home = Files.createDirectories(folder.resolve("home"));
            Map<String, String> all = new LinkedHashMap<>(Map.of("HOME", home.toString(), "XDG_STATE_HOME", ""));
            all.putAll(environment);
            Path place = Files.createDirectory(folder.resolve("tmux" + terminals.size()));
            terminal = new TmuxSession(place, columns, 30, all, program);
            terminals.add(terminal);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
