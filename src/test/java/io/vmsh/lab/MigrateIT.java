package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.lab.LabClient.Output;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guests that move between two real hosts by a vmsh process of their own: what it prints, and how it ends. */
class MigrateIT {
    private static final String KVM2 = "qemu+tcp://kvm2/system";

    @BeforeEach
    void freshGuests() {
        LabClient.fresh();
    }

    @Test
    void liveLeavesTheGuestTransientThereAndDefinedHere() {
        Output moved = LabClient.script("migrate --live calm1 kvm2\npersist kvm2/calm1\n");
        LabClient.succeeded(moved);
        assertThat(moved.out())
                .contains("calm1 moved to kvm2 in ")
                .contains("To keep it:\n    persist kvm2/calm1\n")
                .contains("To remove it, after that:\n    undefine calm1\n");
        assertThat(LabClient.state("kvm2", "calm1")).isEqualTo("running (migrated)");
        assertThat(LabClient.persistent("kvm2", "calm1")).isTrue();
        assertThat(LabClient.state("kvm1", "calm1")).startsWith("shut off");
    }

    @Test
    void oneShotPrintsNothingAsVirsh() {
        assertThat(LabClient.vmsh("migrate --live calm1 " + KVM2)).isEqualTo(new Output(0, "", ""));
        assertThat(LabClient.state("kvm2", "calm1")).isEqualTo("running (migrated)");
        assertThat(LabClient.persistent("kvm2", "calm1")).isFalse();
        assertThat(LabClient.persistent("kvm1", "calm1")).isTrue();
    }

    @Test
    void verbosePrintsVirshsMeter() {
        Output moved = LabClient.vmsh("migrate --live --verbose calm1 " + KVM2);
        LabClient.succeeded(moved);
        assertThat(moved.err()).matches("(\rMigration: \\[ *\\d+ %])*\rMigration: \\[100 %]");
    }

    @Test
    void disksAreCopiedAlong() {
        Output moved = LabClient.script("start local1\nmigrate --live --copy-storage-all local1 kvm2");
        assertThat(moved.err()).contains("migrate --live --copy-storage-all");
        LabClient.succeeded(moved);
        assertThat(LabClient.state("kvm2", "local1")).isEqualTo("running (migrated)");
    }

    @Test
    void controlCAbortsAndTheGuestRunsOn() throws Exception {
        LabClient.succeeded(LabClient.virsh("kvm1", "start", "hot1"));
        Process migration = LabClient.process(LabClient.vmshWords(
                        "-q", "-c", "qemu+tcp://kvm1/system", "migrate --live --bandwidth 2 hot1 " + KVM2))
                .start();
        until(() -> LabClient.virsh("kvm1", "domjobinfo", "hot1").out().contains("Outgoing migration"));
        new ProcessBuilder("kill", "-INT", Long.toString(migration.pid()))
                .start()
                .waitFor();
        assertThat(migration.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(migration.exitValue()).isEqualTo(1);
        assertThat(new String(migration.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("error: operation aborted");
        assertThat(LabClient.state("kvm1", "hot1")).startsWith("running");
        assertThat(LabClient.state("kvm2", "hot1")).isEmpty();
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(Condition condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(100);
        }
    }
}
