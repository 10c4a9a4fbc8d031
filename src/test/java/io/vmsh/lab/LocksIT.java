package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.lab.LabClient.Output;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Locks of two real hosts: what is held, by whom, and what is wrong with it. */
@Timeout(180)
class LocksIT {
    private static final String SHARED = "/var/lib/libvirt/shared/calm1.qcow2";
    private static final String OTHER_WAY = "/var/lib/libvirt/plain/../plain/db1.qcow2";

    @BeforeEach
    void freshGuests() {
        LabClient.fresh();
        LockHosts.keepSettings();
    }

    @AfterEach
    void asItWas() {
        LockHosts.restoreSettings();
        Lab.run("up", "2");
        LockHosts.undefine("kvm2", "calm1", "twin");
    }

    @Test
    void statusAndHolderTellDiskGuestHostAndProcess() {
        Output status = LabClient.script("lock-status --on kvm1,kvm2\n");
        LabClient.succeeded(status);
        assertThat(status.out())
                .contains("kvm1: lockd, every disk that is written; virtlockd runs, process "
                        + LockHosts.virtlockd("kvm1"))
                .contains("lock_manager             lockd  (/etc/libvirt/qemu.conf:8)")
                .contains("file_lockspace_dir       " + LockHosts.LEASES + "  (/etc/libvirt/qemu-lockd.conf:3)")
                .contains("calm1 vda                held: " + SHARED)
                .contains("path hash: " + LockHosts.LEASES + "/" + LockHosts.CALM1)
                .contains("Nothing is wrong with these locks.\n");
        Output holder = LabClient.script("""
                lock-holder kvm1/calm1 --on all
                lock-holder calm1
                lock-holder %s
                lock-holder %s
                lock-holder "resource busy: Lockspace resource '%s' is locked"
                """.formatted(SHARED, LockHosts.CALM1, LockHosts.CALM1));
        LabClient.succeeded(holder);
        assertThat(holder.out()
                        .split("disk lease: held by virtlockd, process " + LockHosts.virtlockd("kvm1") + " on kvm1"))
                .hasSize(6);
        assertThat(holder.out())
                .contains("kvm1/calm1, disk vda (running):")
                .containsPattern("image lock: held by QEMU, process \\d+ on kvm1");
    }

    @Test
    void aRefusedStartNamesTheHolderAndTheTestProvesTheRefusal() {
        LockHosts.define("kvm2", "calm1", "calm1", SHARED);
        Output refused = LabClient.script("start kvm2/calm1\n");
        assertThat(refused.err())
                .contains("resource busy: Lockspace resource '" + LockHosts.CALM1 + "' is locked")
                .contains("kvm1/calm1 holds a disk of kvm2/calm1")
                .contains("kvm1/calm1 holds it: virtlockd, process " + LockHosts.virtlockd("kvm1"))
                .contains("migrate --live kvm1/calm1 kvm2");
        Output proof = LabClient.script("lock-test calm1 kvm1 kvm2\nlock-test hot1 kvm1 kvm2\n");
        assertThat(proof.out())
                .contains("kvm2 refused it: resource busy: Lockspace resource '" + LockHosts.CALM1)
                .contains("Nothing was left on kvm2, and kvm1 still holds its locks");
        assertThat(proof.err()).contains("hot1 does not run on kvm1");
        assertThat(LabClient.virsh("kvm2", "list", "--all", "--name").out().strip())
                .isEqualTo("calm1");
        assertThat(LabClient.state("kvm2", "calm1")).startsWith("shut off");
        assertThat(LabClient.state("kvm1", "calm1")).startsWith("running");
    }

    @Test
    void anotherPathGoesPastTheLeaseAndMeetsQemusOwnLock() {
        LockHosts.define("kvm2", "db1", "twin", OTHER_WAY);
        Output status = LabClient.script("lock-status --on kvm1,kvm2\n");
        assertThat(LockHosts.flat(status.out()))
                .contains("kvm1/db1 has /var/lib/libvirt/plain/db1.qcow2 and kvm2/twin has " + OTHER_WAY
                        + ": the same file by all signs, with two locks, so both can run")
                .contains("kvm2/twin has disk vda by a link, " + OTHER_WAY);
        Output start = LabClient.script("start kvm2/twin\n");
        assertThat(start.err())
                .contains("Failed to get \"write\" lock")
                .contains("kvm1/db1 has a disk of kvm2/twin open");
        Output holder = LabClient.script("lock-holder kvm2/twin\n");
        assertThat(holder.out())
                .contains("kvm2/twin, disk vda (shut off): holds nothing")
                .contains("kvm1/db1, disk vda (running):")
                .containsPattern("image lock: held by QEMU, process \\d+ on kvm1");
    }

    @Test
    void aMigrationHoldsTheJobLock() throws Exception {
        Process migration = LabClient.slowMigration("calm1");
        try {
            while (!LabClient.virsh("kvm1", "domjobinfo", "calm1").out().contains("Outgoing migration")) {
                Thread.sleep(200);
            }
            Output holder = LabClient.script("lock-holder kvm1/calm1 --on kvm1\n");
            assertThat(holder.out()).contains("job lock:   held by a job, outgoing migration");
        } finally {
            LabClient.virsh("kvm1", "domjobabort", "calm1");
            assertThat(migration.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aPausedGuestHasGivenUpItsLock() {
        Output status = LabClient.script("suspend db1\nlock-status --on kvm1\nlock-test db1 kvm1 kvm2\n");
        assertThat(LockHosts.flat(status.out()))
                .contains("kvm1/db1 is paused and has given up the lock of disk vda: another host can start it");
        assertThat(status.err()).contains("db1 does not run on kvm1 (paused)");
    }

    @Test
    void aKilledVirtlockdHasLostItsLocksAndLeavesOneBehindLater() throws Exception {
        Thread.sleep(5000); // virtlockd must be seen to be younger than libvirtd
        Lab.run("kill", "kvm1", "virtlockd");
        Output dead = LabClient.script("lock-status --on kvm1\n");
        assertThat(LockHosts.flat(dead.out()))
                .contains("virtlockd does not run: no guest with a disk starts or arrives");
        Lab.run("start", "kvm1", "virtlockd");
        Output young = LabClient.script("lock-status --on kvm1\nlock-test calm1 kvm1 kvm2\n");
        assertThat(LockHosts.flat(young.out()))
                .contains("kvm1/calm1 runs and its disk vda is not locked")
                .contains("'Lockspace for path … does not exist'");
        assertThat(young.err())
                .contains("kvm1 holds no lock on disk vda of calm1: a second start would not be refused");
        assertThat(young.exit()).isNotZero();

        LockHosts.restart("kvm1", "libvirtd");
        Output left =
                LabClient.script("suspend calm1\nresume calm1\ndestroy calm1\nlock-status --on kvm1\nstart calm1\n");
        assertThat(LockHosts.flat(left.out()))
                .contains("the lock of kvm1/calm1, disk vda, is held for no guest that runs: it was left behind");
        assertThat(left.err()).contains("its lock was left behind on kvm1");
    }

    @Test
    void hostsThatDifferAndFilesThatWereEditedAreFindings() {
        LockHosts.on("kvm2", "sed -i '/^lock_manager/d' /etc/libvirt/qemu.conf");
        Output edited = LabClient.script("lock-status --on kvm2\n");
        assertThat(LockHosts.flat(edited.out()))
                .containsPattern(
                        "/etc/libvirt/qemu.conf was changed .*, after libvirtd was started: what it says about locks");
        LockHosts.restart("kvm2", "libvirtd");
        Output status = LabClient.script("lock-status --on kvm1,kvm2\nlock-test calm1 kvm1 kvm2\n");
        assertThat(LockHosts.flat(status.out()))
                .contains("the hosts lock disks in different ways (kvm1 lockd, kvm2 none): libvirt refuses nothing");
        assertThat(status.err()).contains("kvm2 locks no disks, so it would run a second guest");
        assertThat(status.exit()).isNotZero();
    }

    /** libvirtd on kvm2 does not lock, and its files say since long ago that it does. */
    @Test
    void aTestThatIsNotRefusedFailsLoudlyAndHarmsNothing() {
        LockHosts.on("kvm2", "sed -i '/^lock_manager/d' /etc/libvirt/qemu.conf");
        LockHosts.restart("kvm2", "libvirtd");
        LockHosts.on("kvm2", "cp /root/kept/qemu.conf /etc/libvirt/");
        Output edited = LabClient.script("lock-test calm1 kvm1 kvm2\n");
        assertThat(edited.err()).contains("/etc/libvirt/qemu.conf was changed on kvm2 after libvirt was started");

        LockHosts.on("kvm2", "touch -d 2020-01-01 /etc/libvirt/qemu.conf");
        String image = "sha256sum /var/lib/libvirt/shared/calm1.qcow2";
        String before = LockHosts.on("kvm1", image).out();
        Output ran = LabClient.script("lock-test calm1 kvm1 kvm2\n");
        assertThat(ran.exit()).isNotZero();
        assertThat(ran.err()).contains("NOT REFUSED: kvm2 ran a stand-in with the same disks");
        assertThat(LockHosts.on("kvm1", image).out()).isEqualTo(before);
        assertThat(LabClient.virsh("kvm2", "list", "--all", "--name").out()).isBlank();
        assertThat(LabClient.state("kvm1", "calm1")).startsWith("running");
    }

    @Test
    void aHostWithoutSshIsSaidToBeUnknown() {
        Lab.run("stop", "kvm2", "sshd");
        Output status = LockHosts.vmsh("lock-status", "--on", "kvm1,kvm2");
        assertThat(LockHosts.flat(status.out()))
                .contains("kvm2: how it locks disks is not known")
                .contains("its settings and its locks cannot be read: kvm2: ssh:")
                .contains("Connection refused")
                .contains("calm1 vda held:");
    }
}
