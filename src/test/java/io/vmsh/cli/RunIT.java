package io.vmsh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts in processes of their own, on libvirt's test driver: signals, what is left in the state folder, exit codes. */
class RunIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int RUNNING = 1;
    private static final int PAUSED = 3;

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    /** How a process ended. */
    private record Output(int exit, String out, String err) {}

    @BeforeEach
    void host() throws IOException {
        guestIs(RUNNING);
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void ctrlCEndsAScriptBehindTheStepThatIsUnderWay() throws Exception {
        script("hostname", "wait domain web1 is paused for 1h", "domid web1");
        Process run = start("run", "x.vmsh", "--report", "report.xml");
        waitFor("the second step", () -> journal().contains("\"before\",\"step\":\"2\""));
        signal("INT", run);
        Output stopped = ended(run);
        assertThat(stopped.exit()).isEqualTo(130);
        assertThat(stopped.err())
                .contains(
                        "interrupted: stopping behind the statements under way",
                        "error: x.vmsh:2: stopped at 'wait domain web1 is paused for 1h'; not run:\n  3: domid web1\n",
                        "' goes on with it\n")
                .doesNotContain("cannot be written");
        assertThat(journal())
                .contains("\"step\":\"2\",\"outcome\":\"failed\"", "{\"event\":\"end\",\"outcome\":\"stopped\"");
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(getClass().getResource("/junit-report.xsd"))
                .newValidator()
                .validate(new StreamSource(folder.resolve("report.xml").toFile()));

        guestIs(PAUSED);
        Output resumed = run("run", "--resume");
        assertThat(resumed.exit()).as(resumed.err()).isZero();
        assertThat(resumed.err()).contains(": 1 steps are done").doesNotContain("# hostname");
        assertThat(resumed.out()).startsWith("1\n");
    }

    @Test
    void theSecondCtrlCEndsVmshAtOnce() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            script(
                    "connect --name silent test+tcp://127.0.0.1:%d/default".formatted(silent.getLocalPort()),
                    "hostname");
            Process run = start("run", "x.vmsh");
            silent.setSoTimeout((int) PATIENCE.toMillis());
            silent.accept();
            signal("INT", run);
            waitFor("the first answer", () -> text("err").contains("^C again ends them, too"));
            assertThat(run.isAlive()).isTrue();
            signal("INT", run);
            assertThat(ended(run).exit()).isEqualTo(130);
        }
        Output listed = run("journals", "--output", "csv");
        assertThat(listed.out()).contains(",cut,0,");
    }

    @Test
    void aWholeGroupOfProcessesThatIsKilledLeavesAJournal() throws Exception {
        script("hostname", "wait domain web1 is paused for 1h", "domid web1");
        Process run = start(List.of("setsid", "--wait"), "run", "x.vmsh");
        waitFor("the second step", () -> journal().contains("\"before\",\"step\":\"2\""));
        String process = journal().replaceFirst("(?s).*?\"process\":(\\d+).*", "$1");
        assertThat(new ProcessBuilder("kill", "-9", "--", "-" + process)
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        ended(run);
        Output shown = run("journal", "show");
        assertThat(shown.out()).containsPattern("State: +cut").containsPattern("2 +- +cut");
        guestIs(PAUSED);
        Output resumed = run("run", "--resume");
        assertThat(resumed.exit()).as(resumed.err()).isZero();
        assertThat(resumed.err())
                .contains("step 2 'wait domain web1 is paused for 1h' was cut in the middle: it changes");
    }

    @Test
    void aLoopGoesOnWithTheGuestsItBeganWith() throws Exception {
        guestsAre(RUNNING, "web1", "web2");
        script("for guest in web* { domid ${guest}; wait domain web2 is paused for 1h; domuuid ${guest} }");
        Process run = start("run", "x.vmsh", "--keep-going");
        waitFor("the second step", () -> journal().contains("\"before\",\"step\":\"3[web1]\""));
        signal("INT", run);
        assertThat(ended(run).exit()).isEqualTo(130);
        guestsAre(PAUSED, "web2", "web3");
        Output resumed = run("run", "--resume");
        assertThat(resumed.exit()).as(resumed.err()).isEqualTo(1);
        assertThat(resumed.err())
                .contains("x.vmsh:1: failed: 'domuuid web1': failed to get domain 'web1'")
                .contains("# domuuid web2\n")
                .doesNotContain("# domid web1", "web3");
    }

    @Test
    void nothingRunsWhereNoJournalCanBeWritten() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "a file system of one's own needs root");
        script("echo ran", "domstate nobody");
        Output nowhere = run(List.of("env", "-u", "HOME", "-u", "XDG_STATE_HOME"), "run", "x.vmsh");
        assertThat(nowhere.err()).isEqualTo("error: there is no place for journals: set HOME or XDG_STATE_HOME\n");
        assertThat(run("run", "x.vmsh").exit()).isEqualTo(6);
        List<String> readOnly = List.of(
                "unshare",
                "--mount",
                "sh",
                "-c",
                "mount --bind state state && mount -o remount,ro,bind state && exec \"$0\" \"$@\"");
        Output refused = run(readOnly, "run", "x.vmsh");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out()).doesNotContain("ran");
        assertThat(refused.err()).containsPattern("^error: the journal .* cannot be begun: .*Read-only file system\n");
        Output resumed = run(readOnly, "run", "--resume");
        assertThat(resumed.exit()).isEqualTo(1);
        assertThat(resumed.err()).containsPattern("^error: the journal .* cannot be resumed: .*Read-only file system");
        assertThat(run(readOnly, "journals", "--output", "csv").out()).contains(",stopped,1,");
        assertThat(run(readOnly, "journal", "show").out()).contains("domstate nobody");
    }

    @Test
    void consentIsGivenBeforehandOrNotAtAll() throws Exception {
        script("connect --name one test:///default", "guide shared-storage --on one,one --apply");
        Output refused = run("run", "x.vmsh");
        assertThat(refused.exit()).isEqualTo(6);
        assertThat(refused.err()).contains("error: nobody is there to ask; --apply --yes does without\n");
        assertThat(run("run", "x.vmsh", "--yes").err())
                .contains("Make every change that is missing, without asking again? yes\n");
    }

    @Test
    void aStatementThatTakesTooLongIsLeftAndTheScriptEnds() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            script(
                    "hostname",
                    "connect --name silent test+tcp://127.0.0.1:%d/default".formatted(silent.getLocalPort()),
                    "domid web1");
            Output late = run("run", "x.vmsh", "--timeout", "1s");
            assertThat(late.exit()).isEqualTo(6);
            assertThat(late.err()).contains("error: not done within 1 s; it is left running\n", "  3: domid web1\n");
        }
        assertThat(journal()).contains("\"outcome\":\"unknown\"");
    }

    @Test
    void oneHostAtATime() throws Exception {
        script(
                "connect --name one --tag several test:///default",
                "connect --name two --tag several test:///default",
                "connect --name three --tag several test:///default",
                "on @several { hostname; wait domain test is running for 1m; domid test }");
        assertThat(run("run", "x.vmsh", "--jobs", "1").exit()).isZero();
        List<String> hosts = journal()
                .lines()
                .filter(line -> line.startsWith("{\"event\":\"before\"") && line.contains("@"))
                .map(line -> line.replaceFirst(".*\"step\":\"\\d+@(\\w+)\".*", "$1"))
                .toList();
        assertThat(hosts).containsExactly("one", "one", "one", "two", "two", "two", "three", "three", "three");
    }

    @Test
    void goesOnBehindFailuresWhenItIsTo() throws Exception {
        script("domstate nobody", "echo one", "domid web1; domstate nobody too");
        assertThat(run("run", "x.vmsh", "--keep-going").err()).contains("x.vmsh:3:29: unexpected data 'too'");
        script("domstate nobody", "echo one", "domid web1; domstate nobody");
        Output all = run("run", "x.vmsh", "--keep-going");
        assertThat(all.exit()).isEqualTo(1);
        assertThat(all.out()).contains("one\n1\n");
        assertThat(all.err()).contains("x.vmsh:1: 'domstate nobody' failed; going on\n", "x.vmsh:3: ");
        assertThat(run("run", "x.vmsh").exit()).isEqualTo(6);
        script("connect --name other test:///default", "on all { domstate web1 }");
        assertThat(run("run", "x.vmsh", "--keep-going").exit()).isEqualTo(5);
    }

    @Test
    void theReportIsJsonForPrograms() throws Exception {
        script("list", "domstate nobody");
        Output output = run("run", "x.vmsh", "--output", "json");
        List<String> outcomes = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(output.out())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().equals("outcome")) {
                    outcomes.add(parser.nextTextValue());
                }
            }
        }
        assertThat(outcomes).containsExactly("done", "failed");
        assertThat(output.exit()).isEqualTo(6);
    }

    @Test
    void aScriptMayComeFromAPipe() throws Exception {
        script("echo one", "domid web1");
        Output piped = ended(start(List.of("sh", "-c", "cat x.vmsh | \"$0\" \"$@\""), "run", "/dev/stdin"));
        assertThat(piped.exit()).as(piped.err()).isZero();
        assertThat(piped.out()).startsWith("one\n1\n");
    }

    private void script(String... lines) throws IOException {
        Files.writeString(folder.resolve("x.vmsh"), String.join("\n", lines) + "\n");
    }

    private void guestIs(int state) throws IOException {
        guestsAre(state, "web1");
    }

    /** The host has these guests, which are in this state when vmsh comes. */
    private void guestsAre(int state, String... names) throws IOException {
        String guests = Stream.of(names).map(name -> guest(state, name)).collect(Collectors.joining());
        Files.writeString(folder.resolve("host.xml"), "<node>\n" + guests + "</node>\n");
    }

    private static String guest(int state, String name) {
        return """
                  <domain type='test' xmlns:test='http://libvirt.org/schemas/domain/test/1.0'>
                    <test:runstate>%d</test:runstate>
                    <name>%s</name><memory>1024</memory><vcpu>1</vcpu><os><type>hvm</type></os>
                  </domain>
                """.formatted(state, name);
    }

    private Output run(String... words) throws Exception {
        return ended(start(words));
    }

    private Output run(List<String> around, String... words) throws Exception {
        return ended(start(around, words));
    }

    private Process start(String... words) throws IOException {
        return start(List.of(), words);
    }

    /**
     * Starts vmsh in the folder.
     *
     * @param around what starts it in turn
     */
    private Process start(List<String> around, String... words) throws IOException {
        // A test that runs in the background ignores Ctrl-C, and so would what it starts.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(around);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.vmsh.Main",
                "-c",
                "test://" + folder.resolve("host.xml")));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private Output ended(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(() -> text("out") + text("err"))
                .isTrue();
        return new Output(process.exitValue(), text("out"), text("err"));
    }

    private static void signal(String name, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** The journal of the only run; empty as long as there is none. */
    private String journal() {
        Path journals = folder.resolve("state/vmsh/journals");
        if (!Files.isDirectory(journals)) {
            return "";
        }
        try (Stream<Path> files = Files.list(journals)) {
            Path only = files.findFirst().orElse(null);
            return only == null ? "" : Files.readString(only);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private void waitFor(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as(() -> "waited for " + what + "\n" + text("out") + text("err") + journal())
                    .isLessThan(end);
            Thread.sleep(50);
        }
    }
}
