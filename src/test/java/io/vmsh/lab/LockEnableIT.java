package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.lab.LabClient.Output;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From two hosts without a lock manager to disks that only one host can use, and back. */
@Timeout(420)
class LockEnableIT {
    private static final String ENABLE = "lock-enable --manager lockd --on kvm1,kvm2 --file-lockspace ";
    private static final String GUIDE = "guide locking --on kvm1,kvm2 --file-lockspace " + LockHosts.LEASES;
    private static final String SETTINGS = "cat /etc/libvirt/qemu.conf /etc/libvirt/qemu-lockd.conf";

    @BeforeEach
    void bareHosts() {
        LabClient.fresh();
        LockHosts.keepSettings();
        LockHosts.bare();
    }

    @AfterEach
    void asItWas() {
        LockHosts.restoreSettings();
        Lab.run("up", "2");
    }

    @Test
    void locksAreSetUpProvedAndTakenBack() {
        String before = LockHosts.on("kvm2", SETTINGS).out();
        Output checked = LabClient.script(GUIDE + " --check\n");
        assertThat(checked.exit()).isNotZero();
        assertThat(checked.out()).contains("virtlockd does not run", "/etc/libvirt/qemu.conf does not name lockd");
        Output plan = LabClient.script(GUIDE + " --dry-run\n");
        LabClient.succeeded(plan);
        assertThat(plan.out())
                .contains("+lock_manager = \"lockd\"")
                .contains("+file_lockspace_dir = \"" + LockHosts.LEASES + "\"")
                .contains("guests that run get their locks only when they are shut off and started again: ")
                .contains("changes; none was made\n");
        assertThat(LockHosts.on("kvm2", SETTINGS).out()).isEqualTo(before);

        Output done = LabClient.script(GUIDE + " --apply --yes\n"
                + "lock-enable --manager lockd --on kvm1,kvm2 --check\n"
                + GUIDE + " --check\n"
                + ENABLE + LockHosts.LEASES + " --apply --yes\n"
                + "cold-restart kvm1/calm1 --timeout 20 --destroy\n"
                + "lock-test calm1 kvm1 kvm2\n");
        LabClient.succeeded(done);
        assertThat(done.out())
                .contains("a file written to " + LockHosts.LEASES + " on kvm1 was seen on all others")
                .contains("without a lock until a cold-restart: calm1, db1, web1")
                .contains("kvm2 refused it: resource busy");
        assertThat(LockHosts.on("kvm2", "ls /etc/libvirt | grep -c vmsh-").out().strip())
                .isEqualTo("2");

        LockHosts.client("mv ~/.local/state/vmsh/guides/locking.json ~/locking.json");
        Output lost = LabClient.script("lock-disable --on kvm1,kvm2 --yes\n");
        LockHosts.client("mv ~/locking.json ~/.local/state/vmsh/guides/");
        assertThat(lost.exit()).isNotZero();
        assertThat(lost.err())
                .contains("nothing is written down here of what lock-enable has changed")
                .containsPattern("kvm2: take lock_manager out of /etc/libvirt/qemu.conf:\\d+ and restart libvirtd")
                .contains("what files were before is in /etc/libvirt/qemu-lockd.conf.vmsh-");

        Output back = LabClient.script("""
                guide locking --on kvm2 --undo --yes
                lock-disable --on kvm1,kvm2 --yes
                lock-disable --on kvm1,kvm2 --yes
                lock-status --on kvm1,kvm2
                """);
        LabClient.succeeded(back);
        assertThat(LockHosts.on("kvm2", SETTINGS).out()).isEqualTo(before);
        assertThat(back.out())
                .contains("kvm1: no lock manager", "kvm2: no lock manager")
                .contains("nothing that guide locking has changed is written down here for any host");
        assertThat(LabClient.state("kvm1", "calm1")).startsWith("running");
    }

    @Test
    void aFileThatCannotBeReadIsLeftAsItIs() {
        LockHosts.on("kvm2", "echo 'foo bar' >>/etc/libvirt/qemu.conf");
        String before = LockHosts.on("kvm1", SETTINGS).out();
        String broken = LockHosts.on("kvm2", SETTINGS).out();
        LabClient.run("scripts/lab", "stop", "kvm2", "libvirtd");
        LabClient.run("scripts/lab", "start", "kvm2", "libvirtd"); // in vain
        Output status = LockHosts.vmsh("lock-status", "--on", "kvm2");
        assertThat(status.out())
                .contains("kvm2: libvirt cannot be asked: ")
                .contains("/etc/libvirt/qemu.conf:8: 'foo' is not followed by '='");
        Output refused = enableByTcp();
        assertThat(refused.exit()).isNotZero();
        assertThat(LockHosts.text(refused))
                .contains("/etc/libvirt/qemu.conf:8: 'foo' is not followed by '='")
                .contains("mend that line by hand; the file is left as it is");
        assertThat(LockHosts.on("kvm1", SETTINGS).out()).isEqualTo(before);
        assertThat(LockHosts.on("kvm2", SETTINGS).out()).isEqualTo(broken);
    }

    /** There is no device mapper here, so the programs that libvirt asks are stand-ins; who asks and locks is real. */
    @Test
    void volumesAndScsiDevicesAreLockedByTheirOwnNames() {
        String folder = LockHosts.LEASES + "/";
        try {
            LockHosts.devices("kvm1");
            LabClient.succeeded(LabClient.script(ENABLE + LockHosts.LEASES + " --lvm-lockspace " + folder
                    + "lvm --scsi-lockspace " + folder + "scsi --apply --yes\n"));
            LockHosts.define("kvm1", "local1", "on-volume", LockHosts.VOLUME);
            LockHosts.define("kvm1", "local1", "on-scsi", LockHosts.SCSI);
            Output status = LabClient.script("start kvm1/on-volume\nstart kvm1/on-scsi\nlock-status --on kvm1,kvm2\n");
            LabClient.succeeded(status);
            assertThat(status.out())
                    .contains("on-volume vda            held: " + LockHosts.VOLUME)
                    .contains("LVM UUID: " + folder + "lvm/" + LockHosts.VOLUME_UUID)
                    .contains("on-scsi vda              held: " + LockHosts.SCSI)
                    .contains("SCSI ID: " + folder + "scsi/" + LockHosts.SCSI_SERIAL);
            assertThat(LockHosts.on("kvm1", "cd %s && ls lvm scsi".formatted(folder))
                            .out())
                    .isEqualTo("lvm:\n%s\n\nscsi:\n%s\n".formatted(LockHosts.VOLUME_UUID, LockHosts.SCSI_SERIAL));
            Output holder = LabClient.script("lock-holder %s\n".formatted(LockHosts.VOLUME_UUID));
            assertThat(holder.out()).contains("kvm1/on-volume, disk vda").contains("held by virtlockd");
        } finally {
            LockHosts.noDevices("kvm1", "on-volume", "on-scsi");
        }
    }

    @Test
    void sanlockOnOneHostIsShownAsItIs() {
        LabClient.succeeded(LabClient.script(ENABLE + LockHosts.LEASES + " --apply --yes\n"));
        LockHosts.on("kvm2", "sleep 1; sed -i 's/^lock_manager.*/lock_manager = \"sanlock\"/' /etc/libvirt/qemu.conf");
        String status =
                LockHosts.flat(LabClient.script("lock-status --on kvm1,kvm2\n").out());
        assertThat(status)
                .contains("kvm2: sanlock, only leases that guests name; sanlock does not run")
                .contains("the hosts lock disks in different ways (kvm1 lockd, kvm2 sanlock): libvirt refuses nothing")
                .contains("kvm2: /etc/libvirt/qemu.conf was changed ")
                .contains("what it says about locks may not be in force")
                .contains("the sanlock daemon does not run: libvirt starts no guest without it")
                .contains("for hosts run by hand lockd is the simpler choice");
        Output enable = LabClient.script(ENABLE + LockHosts.LEASES + " --apply --yes\n");
        assertThat(enable.exit()).isNotZero();
        assertThat(enable.out()).contains("it locks by sanlock");
    }

    @Test
    void aFolderOfEachHostsOwnIsRefused() {
        String before = LockHosts.on("kvm1", SETTINGS).out();
        Output refused = LabClient.script(ENABLE + "/var/lib/libvirt/images/leases --apply --yes\n");
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.out())
                .contains("a file written to /var/lib/libvirt/images/leases on kvm1 is not seen on kvm2")
                .contains("mount the same storage there on all of them");
        assertThat(LockHosts.on("kvm1", SETTINGS).out()).isEqualTo(before);
        LabClient.succeeded(LabClient.script("lock-disable --on kvm1,kvm2 --yes\n"));
        LockHosts.on("kvm1", "test ! -e /var/lib/libvirt/images/leases");
    }

    @Test
    void oneHostThatIsCutOffLeavesTheOtherWaitingAndIsGoneOnWithLater() {
        Lab.run("stop", "kvm2", "sshd");
        Output cut = enableByTcp();
        assertThat(cut.exit()).isNotZero();
        assertThat(LockHosts.text(cut))
                .contains("ssh: ")
                .contains("Connection refused")
                .contains("run it again to go on from there");
        Lab.run("start", "kvm2", "sshd");
        LabClient.succeeded(LabClient.script(ENABLE + LockHosts.LEASES + " --apply --yes\n"));
    }

    /** With sessions that are there whether a host answers or not. */
    private static Output enableByTcp() {
        return LockHosts.vmsh((ENABLE + LockHosts.LEASES + " --apply --yes").split(" "));
    }
}
