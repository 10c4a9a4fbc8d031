package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.lab.LabClient.Output;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Migrations that break under way: vmsh, which drives or watches them, names what has happened; migrate-recover then finds the
 * guest where it really is, and it is on one host only.
 */
@Timeout(150)
class BrokenIT {
    private static final String SLOW = "--bandwidth 2 calm1 kvm2";

    @BeforeAll
    static void freshGuests() {
        LabClient.fresh();
    }

    @AfterEach
    void everythingRunsAgain() {
        Lab.up();
        if (!LabClient.state("kvm1", "calm1").startsWith("running")
                || !LabClient.state("kvm2", "calm1").isEmpty()) {
            Lab.run("reset");
        }
    }

    /** Begins a migration that must fail for this reason, and waits until memory flows. */
    private static CompletableFuture<Output> fails(String code, String options, String then) {
        CompletableFuture<Output> vmsh = CompletableFuture.supplyAsync(
                () -> LabClient.script("expect-error %s migrate --live %s\n%s".formatted(code, options, then)));
        memoryFlows(vmsh);
        return vmsh;
    }

    private static void memoryFlows(CompletableFuture<?> vmsh) {
        OpenHosts.await(
                "memory on its way",
                Duration.ofMinutes(1),
                () -> vmsh.isDone()
                        || LabClient.virsh("kvm1", "domjobinfo", "calm1")
                                .out()
                                .matches("(?s).*Memory processed: +[1-9].*"));
    }

    private static String told(CompletableFuture<Output> vmsh) {
        Output output = vmsh.join();
        LabClient.succeeded(output);
        return output.err();
    }

    private static Output recover(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "migrate-recover";
        all[1] = "calm1";
        System.arraycopy(words, 0, all, 2, words.length);
        return LabClient.run(LabClient.vmshWords(all));
    }

    private static void killQemu(String host) {
        Lab.run("exec", host, "sh", "-c", "kill -9 $(pgrep -f '[q]emu.*guest=calm1,')");
    }

    /** When all daemons run again, nothing of it is left on kvm2. */
    private static void runsOnKvm1Only() {
        Lab.up();
        OpenHosts.await("cleared", () -> LabClient.state("kvm2", "calm1").isEmpty());
        Output well = recover("--yes");
        LabClient.succeeded(well);
        assertThat(well.out()).contains("calm1 runs on kvm1, and nothing of it is elsewhere\n");
        SmallGuest.aliveOnlyOn("kvm1", "calm1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--p2p"})
    void theDestinationsDaemonIsKilled(String way) {
        CompletableFuture<Output> vmsh = fails("target-lost", way + " " + SLOW, "");
        Lab.run("kill", "kvm2", "libvirtd");
        if (way.isEmpty()) {
            // Without --p2p it is noticed only when all memory is sent.
            LabClient.succeeded(LabClient.virsh("kvm1", "migrate-setspeed", "calm1", "0"));
        }
        assertThat(told(vmsh))
                .containsSubsequence(
                        "error: internal error: client socket is closed",
                        "kvm2 was lost while calm1 was moving there",
                        "calm1 on kvm1: running",
                        "1. see where the guest is, and what is left of it\n       migrate-recover calm1 --dry-run");
        assertThat(recover("--dry-run").out()).startsWith("calm1 runs on kvm1");
        runsOnKvm1Only();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--p2p"})
    void theSourcesDaemonIsKilled(String way) {
        CompletableFuture<Output> vmsh = fails("source-lost", way + " " + SLOW, "");
        Lab.run("kill", "kvm1", "libvirtd");
        assertThat(told(vmsh))
                .containsSubsequence(
                        "kvm1 was lost while calm1 was moving",
                        "guests do not need libvirtd to run on",
                        "1. see where the guest is\n       migrate-recover calm1 --dry-run");
        Output unsure = recover("--yes");
        assertThat(unsure.exit()).isEqualTo(5);
        assertThat(unsure.err()).doesNotContain("> ");
        runsOnKvm1Only();
    }

    /** Of several sentences libvirt says one, as it happens; of the end of ssh alone, when it drives that itself. */
    @ParameterizedTest
    @ValueSource(strings = {"", "--p2p"})
    void theDestinationsQemuIsKilled(String way) {
        CompletableFuture<Output> vmsh = fails("target-qemu-ended", way + " " + SLOW, "");
        killQemu("kvm2");
        assertThat(told(vmsh))
                .containsPattern("error: (internal error: qemu unexpectedly closed the monitor"
                        + "|operation failed: job 'migration out' failed: |End of file while reading data: )")
                .containsSubsequence(
                        "the QEMU that was to take calm1 over on kvm2 ended",
                        "calm1 on kvm1: running",
                        "/var/log/libvirt/qemu/calm1.log, ends with: ",
                        "shutting down, reason=crashed",
                        "1. look what the destination lacks\n       migrate-check calm1 --to kvm2");
        runsOnKvm1Only();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--p2p"})
    void theSourcesQemuIsKilled(String way) {
        CompletableFuture<Output> vmsh = sourcesQemuKilled(way);
        // Once in hundreds of times libvirtd 9.0 ends with it, which is another story: source-lost.
        for (int again = 0; again < 3 && !answers("kvm1"); again++) {
            everythingRunsAgain();
            vmsh = sourcesQemuKilled(way);
        }
        assertThat(told(vmsh))
                .containsSubsequence(
                        "error: ",
                        "the QEMU process of calm1 ended on kvm1 while the guest was moving",
                        "calm1 on kvm1: shut off (crashed)",
                        "1. see that it is on neither host, then start it\n       migrate-recover calm1");
        runsOnKvm1Only();
    }

    /** The migration that this breaks, which has ended. */
    private static CompletableFuture<Output> sourcesQemuKilled(String way) {
        CompletableFuture<Output> vmsh = fails("guest-crashed", way + " " + SLOW, "");
        killQemu("kvm1");
        vmsh.join();
        return vmsh;
    }

    private static boolean answers(String host) {
        return LabClient.virsh(host, "uri").exit() == 0;
    }

    @ParameterizedTest
    @CsvSource({"'', kvm2", "--p2p, kvm2", "--p2p, qemu+tcp://kvm2/system"})
    void somebodyElseStopsIt(String way, String destination) {
        CompletableFuture<Output> vmsh =
                fails("cancelled", "%s --bandwidth 2 calm1 %s".formatted(way, destination), "");
        LabClient.succeeded(LabClient.virsh("kvm1", "domjobabort", "calm1"));
        assertThat(told(vmsh))
                .containsSubsequence(
                        "the migration of calm1 was stopped",
                        "calm1 on kvm1: running",
                        "1. migrate again\n       migrate --live ");
        runsOnKvm1Only();
    }

    /** Whoever drives a migration has it on its hands: without --p2p it ends with its client, and with it the source goes on. */
    @ParameterizedTest
    @ValueSource(strings = {"", "--p2p"})
    void theShellIsKilled(String way) throws Exception {
        Process vmsh = LabClient.process(LabClient.vmshWords(
                        "-q",
                        "-c",
                        "qemu+tcp://kvm1/system",
                        "migrate --live %s --bandwidth 2 calm1 qemu+tcp://kvm2/system".formatted(way)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        memoryFlows(vmsh.onExit());
        vmsh.destroyForcibly().waitFor();
        if (way.isEmpty()) {
            runsOnKvm1Only();
            return;
        }
        Output moving = recover("--dry-run");
        assertThat(moving.out()).contains("calm1 is on kvm1, and on its way");
        LabClient.succeeded(LabClient.virsh("kvm1", "migrate-setspeed", "calm1", "0"));
        OpenHosts.await("arrived", () -> LabClient.state("kvm2", "calm1").equals("running (migrated)"));
        LabClient.succeeded(recover("--yes"));
        SmallGuest.aliveOnlyOn("kvm2", "calm1");
    }

    /** Past the switch to post-copy it can be interrupted and taken up again, and nothing else. */
    @Test
    void postCopyIsInterruptedAndTakenUpAgain() {
        CompletableFuture<Output> vmsh = fails(
                "postcopy-failed",
                "--p2p --postcopy --bandwidth 2 --postcopy-bandwidth 2 calm1 qemu+tcp://kvm2/system",
                "fix 1 --yes\n");
        LabClient.succeeded(LabClient.virsh("kvm1", "migrate-postcopy", "calm1"));
        OpenHosts.await("switched", () -> LabClient.state("kvm2", "calm1").equals("running (post-copy)"));
        Output late = LabClient.script("""
                expect-error postcopy-no-abort domjobabort calm1
                expect-error postcopy-watched migrate --live --p2p --postcopy --postcopy-resume calm1 kvm2
                domjobabort --postcopy calm1
                """);
        LabClient.succeeded(late);
        assertThat(late.err())
                .containsSubsequence(
                        "error: Requested operation is not valid: cannot abort migration in post-copy mode",
                        "calm1 has switched to post-copy: it cannot go back",
                        "1. wait for its end\n       domjobinfo calm1",
                        "is being actively monitored by another thread",
                        "the post-copy migration of calm1 is still under way for libvirt",
                        "1. see whether it moves\n       domjobinfo calm1");
        assertThat(told(vmsh))
                .containsSubsequence(
                        "failed in post-copy phase",
                        "the post-copy migration of calm1 broke down: its memory is on two hosts",
                        "kvm1: paused (post-copy failed)",
                        "1. take the migration up again\n       migrate --live --p2p --postcopy --postcopy-resume ");
        LabClient.succeeded(recover("--yes"));
        SmallGuest.aliveOnlyOn("kvm2", "calm1");
    }
}
