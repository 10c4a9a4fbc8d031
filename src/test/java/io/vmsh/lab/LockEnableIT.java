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
    private static final String ENABLE = "lock-enable --manager lockd --on @lab --file-lockspace ";
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
        Output plan = LabClient.script(ENABLE + LockHosts.LEASES + " --dry-run\n");
        LabClient.succeeded(plan);
        assertThat(plan.out())
                .contains("+lock_manager = \"lockd\"")
                .contains("+file_lockspace_dir = \"" + LockHosts.LEASES + "\"")
                .contains("guests that run get their locks only when they are shut off and started again: ")
                .contains("changes; none was made\n");
        assertThat(LockHosts.on("kvm2", SETTINGS).out()).isEqualTo(before);

        Output done = LabClient.script(ENABLE + LockHosts.LEASES + " --apply --yes\n"
                + "lock-enable --manager lockd --on @lab --check\n"
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

        Output back = LabClient.script("lock-disable --on @lab --yes\nlock-status --on @lab\n");
        LabClient.succeeded(back);
        assertThat(LockHosts.on("kvm2", SETTINGS).out()).isEqualTo(before);
        assertThat(back.out()).contains("kvm1: no lock manager", "kvm2: no lock manager");
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

    @Test
    void aFolderOfEachHostsOwnIsRefused() {
        String before = LockHosts.on("kvm1", SETTINGS).out();
        Output refused = LabClient.script(ENABLE + "/var/lib/libvirt/images/leases --apply --yes\n");
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.out())
                .contains("a file written to /var/lib/libvirt/images/leases on kvm1 is not seen on kvm2")
                .contains("mount the same storage there on all of them");
        assertThat(LockHosts.on("kvm1", SETTINGS).out()).isEqualTo(before);
        LabClient.succeeded(LabClient.script("lock-disable --on @lab --yes\n"));
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
