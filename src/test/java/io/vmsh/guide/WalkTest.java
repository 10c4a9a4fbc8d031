package io.vmsh.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vmsh.guide.StepResult.State;
import io.vmsh.probe.HostFile;
import io.vmsh.probe.HostShell.Output;
import io.vmsh.probe.MemoryHost;
import io.vmsh.probe.Service;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps on hosts in memory: looked at, changed, taken back, cut off and gone on with. */
class WalkTest {
    private static final String FILE = "/etc/hosts";
    private static final String BEFORE = "127.0.0.1 localhost\n# tail without line break";

    @TempDir
    private Path folder;

    private final MemoryHost one = host("one");
    private final MemoryHost two = host("two");
    private final List<String> statements = new ArrayList<>();
    private Ledger ledger = new LedgerFile(Path.of("/nowhere"));

    private static MemoryHost host(String name) {
        return new MemoryHost(name)
                .file(FILE, BEFORE)
                .installed("nfsd")
                .command("exportfs", words -> new Output(0, "", ""));
    }

    @BeforeEach
    void aLedger() {
        ledger = new LedgerFile(folder.resolve("guides/test.json"));
    }

    @Test
    void lookingChangesNothing() {
        assertThat(states(look())).containsOnly(State.MISSING);
        assertThat(one.done()).isEmpty();
        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void whatIsMissingIsDoneOnceHoweverOftenItIsRun() {
        assertThat(states(walk(Walker.Decision.APPLY))).containsOnly(State.DONE);
        assertThat(one.text(FILE)).get().asString().endsWith("# tail without line break\n10.0.0.9 nas\n");
        List<String> done = one.done();
        assertThat(states(walk(Walker.Decision.APPLY))).containsOnly(State.RIGHT);
        assertThat(one.done()).isEqualTo(done);
        assertThat(statements).containsExactly("pool-start one/nfs", "pool-start two/nfs");
    }

    @Test
    void takenBackEverythingIsAsItWasByteForByte() {
        walk(Walker.Decision.APPLY);
        assertThat(states(back())).containsOnly(State.UNDONE);
        assertThat(one.text(FILE)).contains(BEFORE);
        assertThat(one.service("nfsd").running()).isFalse();
        assertThat(one.service("nfsd").enabled()).isFalse();
        assertThat(statements).endsWith("pool-destroy one/nfs");
        assertThat(ledger.entries()).isEmpty();
        assertThat(folder.resolve("guides/test.json")).doesNotExist();
        assertThat(back()).isEmpty();
    }

    @Test
    void linesThatOthersHaveWrittenSinceStay() {
        walk(Walker.Decision.APPLY);
        HostFile now = one.read(FILE);
        one.putBack(now, "# first, by others\n" + now.text() + "10.0.0.7 other\n");
        assertThat(states(back())).containsOnly(State.UNDONE);
        assertThat(one.text(FILE)).contains("# first, by others\n" + BEFORE + "\n10.0.0.7 other\n");
    }

    @Test
    void whatOthersHaveMadeOfItsOwnLinesIsLeft() {
        walk(Walker.Decision.APPLY);
        one.putBack(one.read(FILE), "127.0.0.1 localhost\n10.0.0.9 nas nas.example.org\n");
        List<StepResult> results = back();
        assertThat(results).filteredOn(result -> result.state() == State.FAILED).hasSize(1);
        assertThat(one.text(FILE)).contains("127.0.0.1 localhost\n10.0.0.9 nas nas.example.org\n");
        assertThat(ledger.entries()).hasSize(1);
    }

    @Test
    void oneHostThatFailsLeavesTheOthersFinished() {
        one.unplug();
        List<StepResult> results = walk(Walker.Decision.APPLY);
        assertThat(results)
                .filteredOn(result -> result.place().equals("two"))
                .extracting(StepResult::state)
                .containsOnly(State.DONE);
        assertThat(results.getFirst().state()).isEqualTo(State.FAILED);
        assertThat(results.get(1).state()).isEqualTo(State.WAITING);
    }

    @Test
    void aGuideThatWasCutOffGoesOnAndCanBeTakenBack() {
        one.loseAfter(2);
        assertThat(states(walk(Walker.Decision.APPLY))).contains(State.FAILED, State.DONE);
        assertThat(one.done()).hasSize(2);
        one.plug();
        assertThat(states(walk(Walker.Decision.APPLY)))
                .doesNotContain(State.FAILED)
                .contains(State.RIGHT, State.DONE);
        back();
        assertThat(one.text(FILE)).contains(BEFORE);
        assertThat(one.service("nfsd").running()).isFalse();
    }

    @Test
    void ctrlCLetsTheChangeUnderWayEndAndMakesNoOther() {
        one.command("restorecon", words -> {
            Thread.currentThread().interrupt();
            return new Output(0, "", "");
        });
        Change first = new Change.Command(one, List.of("restorecon", "/srv"), List.of());
        Step twoChanges = new Step(
                "one", "nfsd", () -> new Look.Missing("it does not run", first, Change.OfService.start(one, "nfsd")));
        List<StepResult> results = walk(List.of(twoChanges, service(two)), Walker.Decision.APPLY);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(states(results)).containsOnly(State.STOPPED);
        assertThat(results.getFirst().told()).isEqualTo("stopped after 1 of its 2 changes");
        assertThat(one.service("nfsd").running()).isFalse();
        assertThat(states(walk(Walker.Decision.APPLY))).containsOnly(State.DONE);
    }

    @Test
    void aNewFileIsTakenAway() {
        Step step = edit(one, "/etc/exports.d/nfs.exports", "/srv 10.0.0.0/8(rw)\n");
        walk(List.of(step), Walker.Decision.APPLY);
        assertThat(one.text("/etc/exports.d/nfs.exports")).isPresent();
        back();
        assertThat(one.text("/etc/exports.d/nfs.exports")).isEmpty();
    }

    @Test
    void theLedgerKeepsEveryKindOfChange() throws Exception {
        ledger.begin("one", "a", new Undo.Statement("pool-undefine 'x y'"));
        ledger.begin("one", "b", new Undo.Command(List.of("nft", "delete rule", "\u00e4\n"), "x", true));
        String id = ledger.begin("two", "c", new Undo.OfService("nfsd", Service.Action.STOP));
        ledger.begin("two", "d", new Undo.Edit(new HostFile(FILE, true, "a\nb", StandardCharsets.UTF_8), "a\nc"));
        ledger.finish(id);
        Ledger again = new LedgerFile(folder.resolve("guides/test.json"));
        assertThat(again.entries()).isEqualTo(ledger.entries()).hasSize(4);
        assertThat(again.entries()).extracting(Ledger.Entry::finished).containsExactly(false, false, true, false);
        Files.writeString(folder.resolve("guides/test.json"), "[{\"id\": [\"x\"]}]");
        assertThatThrownBy(again::entries).isInstanceOf(GuideException.class);
    }

    private static Step edit(MemoryHost host, String path, String line) {
        return new Step(host.name(), "line in " + path, () -> {
            HostFile file = host.read(path);
            return file.text().contains(line)
                    ? new Look.Right("it is there")
                    : new Look.Missing(
                            "it is not there", new Change.Edit(host, file, TextLines.with(file.text(), line.strip())));
        });
    }

    private Step service(MemoryHost host) {
        return new Step(
                host.name(),
                "nfsd",
                () -> host.service("nfsd").running()
                        ? new Look.Right("it runs")
                        : new Look.Missing(
                                "it does not run",
                                Change.OfService.enable(host, "nfsd"),
                                Change.OfService.start(host, "nfsd")));
    }

    private Step pool(String host) {
        return new Step(
                host,
                "pool",
                () -> statements.contains("pool-start %s/nfs".formatted(host))
                        ? new Look.Right("it runs")
                        : new Look.Missing(
                                "it does not run",
                                new Change.Statement(
                                        "pool-start %s/nfs".formatted(host), "pool-destroy %s/nfs".formatted(host))));
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (MemoryHost host : List.of(one, two)) {
            Step line = edit(host, FILE, "10.0.0.9 nas\n");
            Step service = service(host);
            steps.addAll(List.of(line, service, pool(host.name()).after(List.of(line, service))));
        }
        return steps;
    }

    private List<StepResult> walk(Walker.Decision decision) {
        return walk(steps(), decision);
    }

    private List<StepResult> walk(List<Step> steps, Walker.Decision decision) {
        return walk(steps, decision, false);
    }

    private List<StepResult> look() {
        return walk(steps(), Walker.Decision.STOP, true);
    }

    private List<StepResult> walk(List<Step> steps, Walker.Decision decision, boolean onlyLooks) {
        Walker walker = new Walker() {
            @Override
            public boolean onlyLooks() {
                return onlyLooks;
            }

            @Override
            public void at(Step step) {}

            @Override
            public Decision decide(Step step, Look.Missing missing) {
                return decision;
            }

            @Override
            public void over(StepResult result) {}
        };
        return new Walk(ledger, statements::add, walker, Duration.ZERO).walk(steps);
    }

    private List<StepResult> back() {
        return new WayBack(ledger, statements::add, Map.of("one", one, "two", two)::get)
                .walk(place -> true, result -> {});
    }

    private static List<State> states(List<StepResult> results) {
        return results.stream().map(StepResult::state).toList();
    }
}
