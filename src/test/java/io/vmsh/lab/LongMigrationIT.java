package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.advice.Problem;
import io.vmsh.command.Outcome;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainJob.StatsFlag;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.JobProgress;
import io.vmsh.hypervisor.JobType;
import io.vmsh.render.Format;
import io.vmsh.render.Printers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A guest that writes its memory over and over takes long to move: it is watched, forced to its end, stopped at every
 * moment, and cut off. It is one guest that goes to and fro, since filling its memory takes the longest.
 */
@Timeout(120)
class LongMigrationIT {
    private static final String MOVED = "running (migrated)";
    /** QEMU itself has about a third of this. */
    private static final long FILLED_KIBIBYTES = 140 << 10;

    private static final ScriptedDialog WATCHER = new ScriptedDialog(true);
    private static OpenHosts hosts;

    private final ScriptedDialog dialog = new ScriptedDialog(true);
    private OpenHosts prompt;
    private String here = "kvm1";
    private String there = "kvm2";

    @BeforeAll
    static void startTheGuest() {
        LabClient.fresh();
        hosts = new OpenHosts(WATCHER, false);
        try (Domain domain =
                hosts.host("kvm1").domains().define(LabGuest.busy("busy").xml(), false)) {
            domain.life().start(Set.of(), List.of());
        }
        OpenHosts.await(
                "memory filled",
                Duration.ofMinutes(4),
                () -> hosts.residentKibibytes("kvm1", "busy") > FILLED_KIBIBYTES);
    }

    @AfterAll
    static void removeTheGuest() {
        hosts.remove("busy");
        hosts.close();
    }

    @BeforeEach
    void openThePrompt() {
        if (hosts.state("kvm1", "busy").startsWith("running")) {
            here = "kvm1";
            there = "kvm2";
        } else {
            here = "kvm2";
            there = "kvm1";
        }
        prompt = new OpenHosts(dialog, true);
        prompt.done("use " + here);
    }

    @AfterEach
    void closeThePrompt() {
        prompt.close();
    }

    private CompletableFuture<Outcome> starts(String options) {
        return CompletableFuture.supplyAsync(() -> prompt.run(
                "migrate --live --no-check --persistent --undefinesource %s busy %s".formatted(options, there)));
    }

    /** Driven from here, or with {@code --p2p} by the source host. */
    private CompletableFuture<Outcome> startsSlowly(String way) {
        String target = way.isEmpty() ? there : "qemu+tcp://%s/system".formatted(there);
        CompletableFuture<Outcome> moving = CompletableFuture.supplyAsync(
                () -> prompt.run("migrate --live --no-check %s --bandwidth 4 busy %s".formatted(way, target)));
        isUnderWay();
        return moving;
    }

    private JobProgress job() {
        try (Domain domain = hosts.host(here).domains().find("busy")) {
            return domain.job().stats(Set.of());
        } catch (HypervisorException none) {
            return JobProgress.of(JobType.NONE, Map.of());
        }
    }

    private void isUnderWay() {
        OpenHosts.await("memory on its way", () -> job().memory().processed() > 0);
    }

    private void hasMoved(CompletableFuture<Outcome> moving) {
        assertThat(moving.join()).isInstanceOf(Outcome.Success.class);
        assertThat(hosts.state(there, "busy")).isEqualTo(MOVED);
        assertThat(hosts.defined(there, "busy")).isTrue();
        assertThat(hosts.state(here, "busy")).isEmpty();
    }

    private void hasStayed() {
        assertThat(hosts.state(here, "busy")).startsWith("running");
        assertThat(hosts.defined(here, "busy")).isTrue();
        OpenHosts.await("nothing there", () -> hosts.state(there, "busy").isEmpty());
    }

    private JobProgress completed() {
        try (Domain domain = hosts.host(there).domains().find("busy")) {
            return domain.job().stats(EnumSet.of(StatsFlag.COMPLETED, StatsFlag.KEEP_COMPLETED));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--postcopy --postcopy-after-precopy --bandwidth 50 --postcopy-bandwidth 20",
                "--timeout 2 --timeout-suspend --bandwidth 20",
                "--postcopy --timeout 2 --timeout-postcopy --bandwidth 20 --postcopy-bandwidth 20"
            })
    void isBroughtToItsEnd(String options) {
        hasMoved(starts(options));
        if (options.contains("--postcopy")) {
            assertThat(dialog.shown()).contains("post-copy");
        }
        if (options.startsWith("--timeout")) {
            assertThat(completed().elapsedMillis()).isGreaterThan(2000);
        }
        assertThat(dialog.said()).noneMatch(line -> line.contains("does not converge"));
    }

    @Test
    void switchesToPostCopyOnAStatement() {
        CompletableFuture<Outcome> moving = starts("--postcopy --bandwidth 8");
        isUnderWay();
        hosts.done("migrate-postcopy %s/busy".formatted(here));
        hasMoved(moving);
        assertThat(completed().elapsedMillis()).isLessThan(13_000);
    }

    /** An emulated guest hardly feels the brake; that it is put on is what libvirt is asked for. */
    @Test
    void isSlowedDownUntilItConverges() {
        CompletableFuture<Outcome> moving =
                starts("--auto-converge --auto-converge-initial 40 --auto-converge-increment 20 --bandwidth 60");
        OpenHosts.await(
                "slowed down", () -> job().number("auto_converge_throttle").orElse(0) >= 40);
        OpenHosts.await("shown", () -> dialog.shown().contains("slowed by "));
        hosts.done("migrate-setmaxdowntime %s/busy 20000".formatted(here));
        hasMoved(moving);
    }

    @Test
    void isListedAndFollowedFromAnotherSession() {
        CompletableFuture<Outcome> moving = starts("--bandwidth 10");
        isUnderWay();
        OpenHosts.await("a rate", () -> job().memoryBytesPerSecond() > 0);
        Result listed = hosts.done("migrations");
        assertThat(Printers.of(Format.TABLE, false).print(listed))
                .containsPattern("(?m)^ busy +%s +%s +memory +\\d+%% +[\\d.]+ MiB/s".formatted(here, there));
        assertThat(Printers.of(Format.CSV, false).print(listed))
                .startsWith("guest,from,to,phase,percent,bytes_per_second,seconds_left,uuid,done_bytes,total_bytes,")
                .contains("\nbusy,%s,%s,memory,".formatted(here, there));

        CompletableFuture<Outcome> watching =
                CompletableFuture.supplyAsync(() -> hosts.run("migrate-watch %s/busy".formatted(here)));
        hosts.done("migrate-setspeed %s/busy 0".formatted(here));
        hosts.done("migrate-setmaxdowntime %s/busy 20000".formatted(here));
        hasMoved(moving);
        Result.Done followed = (Result.Done) ((Outcome.Success) watching.join()).result();
        assertThat(followed.message()).startsWith("busy moved to %s in ".formatted(there));
        assertThat(hosts.done("migrations"))
                .satisfies(after -> assertThat(((Result.Rows) after).rows()).isEmpty());
    }

    /** Watching it where it arrives is answered with where it can be watched. */
    @Test
    void canOnlyBeWatchedWhereItComesFrom() {
        CompletableFuture<Outcome> moving = starts("--bandwidth 4");
        isUnderWay();
        assertThat(said(hosts.run("migrate-watch %s/busy".formatted(there))))
                .contains("busy comes from %s: migrate-watch".formatted(here));
        assertThat(said(hosts.run("migrate-watch kvm1/calm1"))).contains("calm1 is not being migrated");
        CompletableFuture<Outcome> watching =
                CompletableFuture.supplyAsync(() -> hosts.run("migrate-watch %s/busy".formatted(here)));
        OpenHosts.await("watched", () -> WATCHER.shown().contains("busy -> " + there));
        hosts.done("domjobabort %s/busy".formatted(here));
        assertThat(said(moving.join())).contains("canceled by client");
        assertThat(said(watching.join())).contains("busy did not move: it is running on " + here);
        hasStayed();
    }

    private static String said(Outcome outcome) {
        return String.join("\n", ((Outcome.Failure) outcome).problem().lines());
    }

    @Test
    void thatItDoesNotConvergeIsToldWithTheStatementsThatHelp() {
        CompletableFuture<Outcome> moving = starts("--bandwidth 20");
        OpenHosts.await(
                "advice",
                Duration.ofSeconds(60),
                () -> dialog.saidAll().contains("busy does not converge: it writes "));
        String said = dialog.saidAll();
        assertThat(said)
                .contains(
                        "\n    migrate-setmaxdowntime busy ",
                        "\n    migrate-setspeed busy ",
                        "\n    domjobabort busy\n")
                .contains(
                        "\n    migrate --live --persistent --undefinesource --auto-converge --no-check busy %s --bandwidth 20"
                                .formatted(there));
        said.lines()
                .filter(line -> line.contains("migrate-setmaxdowntime"))
                .map(String::strip)
                .findFirst()
                .ifPresent(prompt::done);
        hasMoved(moving);
    }

    /** Ctrl-C at some moment, milliseconds after the start: while libvirt prepares, on the way, at the switch-over. */
    @ParameterizedTest
    @ValueSource(ints = {0, 30, 80, 150, 300, 600, 1000, 1500, 2200})
    void stoppedAtAnyMomentItRunsOnExactlyOneHost(int millis) throws InterruptedException {
        CompletableFuture<Outcome> moving = starts(millis < 500 ? "--bandwidth 50" : "");
        Thread.sleep(millis);
        if (!moving.isDone()) {
            dialog.ctrlC("a");
        }
        if (moving.join() instanceof Outcome.Success) {
            hasMoved(moving);
            assertThat(millis).isGreaterThanOrEqualTo(500);
        } else {
            // At the last moment it is the other side that fails, with words of its own.
            Problem problem = ((Outcome.Failure) moving.join()).problem();
            String told = dialog.saidAll()
                    + (problem.advice() == null ? "" : problem.advice().facts());
            assertThat(told)
                    .containsAnyOf(
                            "busy was not moved: it is running on " + here, "busy on %s: running".formatted(here));
            if (millis < 500) {
                assertThat(problem.lines()).anyMatch(line -> line.contains("canceled by client"));
            }
            hasStayed();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--p2p"})
    void theQuestionTellsWhatBecomesOfItWithoutTheShell(String way) {
        CompletableFuture<Outcome> moving = startsSlowly(way);
        dialog.ctrlC("g");
        OpenHosts.await("the question", () -> !dialog.questions().isEmpty());
        assertThat(dialog.saidAll().replace('\n', ' '))
                .contains(
                        way.isEmpty()
                                ? "leaving the shell cancels it, and the guest stays where it is."
                                : "The source host drives this: it goes on even when the shell ends.");
        dialog.ctrlC("l");
        Result.Done left = (Result.Done) ((Outcome.Success) moving.join()).result();
        assertThat(left.message())
                .isEqualTo("busy goes on moving: 'migrate-watch busy' follows it, 'domjobabort busy' stops it");
        prompt.done("domjobabort busy");
        OpenHosts.await("how it ended", () -> dialog.saidAll().contains("busy did not move: operation aborted"));
        hasStayed();
    }

    @Test
    void afterTheSwitchToPostCopyItCannotBeStopped() {
        CompletableFuture<Outcome> moving = starts("--postcopy --bandwidth 8 --postcopy-bandwidth 16");
        isUnderWay();
        hosts.done("migrate-postcopy %s/busy".formatted(here));
        OpenHosts.await("post-copy shown", () -> dialog.shown().contains("post-copy"));
        dialog.ctrlC("a");
        OpenHosts.await("the question", () -> !dialog.questions().isEmpty());
        assertThat(dialog.questions()).containsExactly("(l)eave it running, or (g)o on watching? ");
        assertThat(dialog.saidAll().replace('\n', ' '))
                .contains("busy runs on %s already, and the rest of its memory follows: this cannot be stopped."
                        .formatted(there));
        hasMoved(moving);
    }

    /** Packets between the hosts vanish: libvirt says nothing for minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"", "--p2p"})
    void aSilentNetworkIsToldAndTheMigrationStopped(String way) {
        CompletableFuture<Outcome> moving = startsSlowly(way);
        Lab.run("drop", there, "1-65535");
        try {
            OpenHosts.await("told", () -> dialog.saidAll().contains("has arrived for 8 s"));
            assertThat(dialog.saidAll().replace('\n', ' '))
                    .contains("nothing of busy has arrived for 8 s: %s may no longer reach".formatted(here))
                    .contains("It runs on %s as before.".formatted(here))
                    .contains("To put an end to it: Ctrl-C, then a");
            dialog.ctrlC("a");
            OpenHosts.await("stopped", () -> !job().type().running());
            assertThat(hosts.state(here, "busy")).startsWith("running");
        } finally {
            Lab.run("undrop", there);
        }
        assertThat(moving.join()).isInstanceOf(Outcome.Failure.class);
        hasStayed();
    }

    /** While libvirt connects to ports that are blocked, it takes no wish to stop: it is asked until it does. */
    @Test
    void canBeStoppedWhileTheWayIsBlocked() {
        Lab.run("drop", there, "49152-49215");
        CompletableFuture<Outcome> moving;
        try {
            moving = starts("");
            OpenHosts.await("told", () -> dialog.saidAll().contains(here + " has told nothing of busy for 8 s"));
            dialog.ctrlC("a");
            OpenHosts.await("not heard", () -> dialog.saidAll().contains("has not taken the wish to stop yet"));
        } finally {
            Lab.run("undrop", there);
        }
        // Memory may have begun to flow when the wish is taken at last; then the destination's QEMU tells of it first.
        assertThat(said(moving.join())).containsPattern("canceled by client|unexpectedly closed the monitor");
        hasStayed();
    }

    @Test
    void aGuestThatIsGoneMeanwhileIsToldAsSuch() {
        CompletableFuture<Outcome> moving =
                CompletableFuture.supplyAsync(() -> hosts.run("migrate --live --bandwidth 2 kvm1/calm1 kvm2"));
        OpenHosts.await("memory on its way", () -> WATCHER.shown().contains("calm1 -> kvm2: memory"));
        hosts.done("destroy kvm1/calm1");
        Outcome outcome = moving.join();
        // Libvirt says either that, or what it was about to do, as "cannot get locked memory limit of process 243".
        assertThat(said(outcome)).containsAnyOf("domain is not running", "cannot get locked memory limit");
        assertThat(outcome.toString())
                .containsAnyOf("not-running", "guest-stopped")
                .contains("calm1 on kvm1: shut off (destroyed)");
        assertThat(hosts.state("kvm1", "calm1")).startsWith("shut off");
        assertThat(hosts.state("kvm2", "calm1")).isEmpty();
        hosts.done("start kvm1/calm1");
    }
}
