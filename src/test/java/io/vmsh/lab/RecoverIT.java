package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.lab.LabClient.Output;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Migrations that are broken on purpose, and what becomes of the guest: it is alive on one host, and one only. */
@Timeout(120)
class RecoverIT {
    private static final String KVM2 = "qemu+tcp://kvm2/system";

    @BeforeEach
    void freshGuests() {
        LabClient.fresh();
    }

    @AfterEach
    void everythingRunsAgain() {
        Lab.up();
        Lab.run("undrop", "kvm2");
    }

    private static Output recover(String... words) {
        List<String> all = new ArrayList<>(List.of("migrate-recover"));
        all.addAll(Arrays.asList(words));
        return LabClient.run(LabClient.vmshWords(all.toArray(String[]::new)));
    }

    /** Begins a slow migration by virsh, and waits until memory flows. */
    private static Process moving(String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "scripts/lab", "exec", "client", "virsh", "-q", "-c", "qemu+tcp://kvm1/system", "migrate", "--live"));
        all.addAll(Arrays.asList(words));
        String guest = words[words.length - 2];
        Process virsh = LabClient.process(all.toArray(String[]::new))
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .redirectInput(new File("/dev/null"))
                .start();
        until(() -> LabClient.virsh("kvm1", "domjobinfo", guest).out().matches("(?s).*Memory processed: +[1-9].*"));
        return virsh;
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException signal) {
                throw new IllegalStateException(signal);
            }
        }
    }

    private static void ended(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aGuestThatWasMovedIsKeptThereAndForgottenHere() {
        LabClient.succeeded(LabClient.virsh("kvm1", "migrate", "--live", "calm1", KVM2));
        Output looked = recover("calm1", "--dry-run");
        LabClient.succeeded(looked);
        assertThat(looked.out())
                .startsWith("calm1 runs on kvm2\n")
                .containsPattern("kvm1 +shut off \\(migrated\\) +defined +no process")
                .containsPattern("kvm2 +running \\(migrated\\) +not defined +process \\d+ +holds the lock");
        LabClient.succeeded(recover("calm1", "--yes"));
        SmallGuest.aliveOnlyOn("kvm2", "calm1");
        assertThat(LabClient.persistent("kvm2", "calm1")).isTrue();
        assertThat(LabClient.state("kvm1", "calm1")).isEmpty();
    }

    @Test
    void theDestinationsDaemonIsKilled() throws Exception {
        Process virsh = moving("--bandwidth", "2", "calm1", KVM2);
        Lab.run("kill", "kvm2", "libvirtd");
        Output looked = recover("calm1", "--dry-run");
        assertThat(looked.out())
                .contains("calm1 is on kvm1")
                .contains("libvirtd on kvm2 is gone")
                .contains("domjobabort kvm1/calm1");
        recover("calm1", "--yes");
        ended(virsh);
        Lab.run("start", "kvm2", "libvirtd");
        Output well = recover("calm1");
        assertThat(well.out()).startsWith("calm1 runs on kvm1, and nothing of it is elsewhere\n");
        assertThat(well.exit()).isZero();
        SmallGuest.aliveOnlyOn("kvm1", "calm1");
    }

    @Test
    void theSourcesDaemonIsKilled() throws Exception {
        Process virsh = moving("--bandwidth", "2", "calm1", KVM2);
        Lab.run("kill", "kvm1", "libvirtd");
        ended(virsh);
        Output unsure = recover("calm1", "--yes");
        assertThat(unsure.exit()).isEqualTo(5);
        assertThat(unsure.out()).contains("QEMU process on kvm1 for which no libvirt answers");
        assertThat(unsure.err()).doesNotContain("> ");
        Lab.run("start", "kvm1", "libvirtd");
        until(() -> LabClient.state("kvm1", "calm1").startsWith("running"));
        LabClient.succeeded(recover("calm1"));
        SmallGuest.aliveOnlyOn("kvm1", "calm1");
    }

    @Test
    void theClientIsKilled() throws Exception {
        Process virsh = moving("--bandwidth", "2", "calm1", KVM2);
        virsh.destroyForcibly();
        ended(virsh);
        until(() -> LabClient.state("kvm2", "calm1").isEmpty());
        LabClient.succeeded(recover("calm1", "--yes"));
        SmallGuest.aliveOnlyOn("kvm1", "calm1");
    }

    @Test
    void aPostCopyThatBrokeIsTakenUpAgain() throws Exception {
        LabClient.succeeded(LabClient.virsh("kvm1", "start", "hot1"));
        Process virsh = moving("--p2p", "--postcopy", "--bandwidth", "4", "--postcopy-bandwidth", "4", "hot1", KVM2);
        LabClient.succeeded(LabClient.virsh("kvm1", "migrate-postcopy", "hot1"));
        until(() -> LabClient.state("kvm2", "hot1").equals("running (post-copy)"));
        LabClient.succeeded(LabClient.virsh("kvm1", "domjobabort", "--postcopy", "hot1"));
        ended(virsh);
        assertThat(LabClient.state("kvm1", "hot1")).isEqualTo("paused (post-copy failed)");
        Output recovered = recover("hot1", "--yes");
        LabClient.succeeded(recovered);
        assertThat(recovered.err())
                .contains("> migrate --live --p2p --postcopy --postcopy-resume kvm1/hot1 kvm2\n> persist kvm2/hot1\n");
        SmallGuest.aliveOnlyOn("kvm2", "hot1");
        assertThat(LabClient.persistent("kvm2", "hot1")).isTrue();
    }

    @Test
    void aMigrationThatHangsIsStopped() throws Exception {
        Process virsh = moving("--p2p", "--bandwidth", "2", "calm1", KVM2);
        Lab.run("drop", "kvm2", "49152-49215");
        until(() -> {
            Output looked = recover("calm1", "--dry-run");
            return looked.out().contains("cannot come to a good end");
        });
        recover("calm1", "--yes");
        Lab.run("undrop", "kvm2");
        ended(virsh);
        until(() -> LabClient.state("kvm2", "calm1").isEmpty());
        LabClient.succeeded(recover("calm1"));
        SmallGuest.aliveOnlyOn("kvm1", "calm1");
    }

    @Test
    void ofTwoCopiesThatStandStillAPersonChooses() throws Exception {
        LabClient.succeeded(LabClient.virsh("kvm1", "suspend", "calm1"));
        File xml = File.createTempFile("calm1", ".xml");
        try {
            Files.writeString(
                    xml.toPath(),
                    LabClient.virsh("kvm1", "dumpxml", "--migratable", "calm1").out());
            LabClient.succeeded(LabClient.virsh("kvm2", "create", "--paused", xml.getPath()));
        } finally {
            assertThat(xml.delete()).isTrue();
        }
        Output asked = recover("calm1", "--yes");
        assertThat(asked.exit()).isEqualTo(1);
        assertThat(asked.out()).contains("runs nowhere", "For you to decide:", "destroy kvm2/calm1");
        assertThat(SmallGuest.processes("calm1")).isEqualTo(2);
        LabClient.succeeded(LabClient.script("migrate-recover calm1 --dry-run\nfix 1 --yes\nmigrate-recover calm1\n"));
        SmallGuest.aliveOnlyOn("kvm1", "calm1");
    }

    @Test
    void aGuestThatCrashedIsStartedWhereItRanLast() {
        LabClient.succeeded(LabClient.virsh("kvm1", "migrate", "--offline", "--persistent", "calm1", KVM2));
        Lab.run("exec", "kvm1", "sh", "-c", "kill -9 $(pgrep -f '[q]emu.*guest=calm1,')");
        until(() -> LabClient.state("kvm1", "calm1").equals("shut off (crashed)"));
        LabClient.succeeded(recover("calm1", "--yes"));
        SmallGuest.aliveOnlyOn("kvm1", "calm1");
        assertThat(LabClient.state("kvm2", "calm1")).isEmpty();
    }

    @Test
    void nothingIsStartedWhileTheHostThatMayRunItIsGone() {
        LabClient.succeeded(LabClient.virsh("kvm1", "migrate", "--live", "--persistent", "calm1", KVM2));
        Lab.run("crash", "kvm2");
        Output unsure = recover("calm1", "--yes");
        assertThat(unsure.exit()).isEqualTo(5);
        assertThat(unsure.out()).contains("may run on kvm2: it must not be started yet");
        assertThat(LabClient.state("kvm1", "calm1")).startsWith("shut off");
        assertThat(SmallGuest.processes("kvm1", "calm1")).isZero();
    }
}
