package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guests that may not go as they are, or not in this way. */
@Timeout(120)
class GuestStaysIT {
    private static final String SHARED = "/var/lib/libvirt/shared/";

    @BeforeAll
    static void freshGuests() {
        LabClient.fresh();
    }

    @AfterEach
    void guestsGo() {
        Lab.run("reset");
    }

    @Test
    void disksAndDevicesThatCannotMove() {
        Lab.run("exec", "kvm1", "sh", "-c", """
                cd /var/lib/libvirt/shared
                for name in forgets busy kept; do rm -f $name.qcow2; qemu-img create -q -f qcow2 $name.qcow2 4M; done
                rm -f odd.vmdk; qemu-img create -q -f vmdk odd.vmdk 4M""");
        SmallGuest.of("forgets")
                .withDisk(SHARED + "forgets.qcow2", "qcow2", "<transient/>")
                .start();
        SmallGuest.of("odd").withDisk(SHARED + "odd.vmdk", "vmdk", "").start();
        SmallGuest.of("kept").withDisk(SHARED + "kept.qcow2", "qcow2", "").start();
        SmallGuest.of("busy").withDisk(SHARED + "busy.qcow2", "qcow2", "").start();
        SmallGuest.of("peer")
                .with("<shmem name='s1' role='peer'><model type='ivshmem-plain'/><size unit='M'>4</size></shmem>")
                .start();
        SmallGuest.of("brief").define();
        LabClient.succeeded(LabClient.virsh("kvm1", "snapshot-create-as", "kept", "first"));
        LabClient.succeeded(LabClient.virsh(
                "kvm1",
                "blockcopy",
                "busy",
                "vda",
                SHARED + "busy-copy.qcow2",
                "--transient-job",
                "--format",
                "qcow2"));
        LabClient.succeeded(LabClient.script("""
                expect-error transient-disk migrate --live --unsafe forgets kvm2
                expect-error disk-format migrate --live --unsafe odd kvm2
                expect-error has-snapshots migrate --live kept kvm2
                expect-error block-job migrate --live busy kvm2
                expect-error device-stays migrate --live peer kvm2
                start --autodestroy brief
                expect-error autodestroy migrate --live brief kvm2
                """));
        assertThat(SmallGuest.processes("kvm2", ".*")).isZero();
    }

    @Test
    void optionsThatDoNotFit() {
        LabClient.succeeded(LabClient.script("""
                expect-error migrate-options migrate --offline calm1 kvm2
                expect-error migrate-options migrate --offline --persistent --copy-storage-all hot1 kvm2
                expect-error migrate-options migrate --live --tunnelled calm1 kvm2
                expect-error migrate-options migrate --live --direct calm1 kvm2
                expect-error migrate-options migrate --live --zerocopy calm1 kvm2
                expect-error migrate-options migrate --postcopy calm1 kvm2
                expect-error migrate-options migrate --live --parallel-connections 4 calm1 kvm2
                expect-error migrate-options migrate --live --comp-xbzrle-cache 1000000 calm1 kvm2
                expect-error migrate-options migrate --live --migrateuri http://kvm2 calm1 kvm2
                expect-error migrate-options migrate --live --migrateuri rdma://kvm2 calm1 kvm2
                expect-error migrate-options migrate --live --migrateuri 10.78.0.2 calm1 kvm2
                fix 1 --yes
                """));
        assertThat(LabClient.state("kvm2", "calm1")).startsWith("running");
    }

    @Test
    void aBusyGuestAndOtherXml() throws Exception {
        String xml = LabClient.virsh("kvm1", "dumpxml", "--migratable", "db1")
                .out()
                .replace("<memory unit='KiB'>131072", "<memory unit='KiB'>262144");
        Path file = Files.createTempFile("db1", ".xml");
        Process virsh = LabClient.slowMigration("calm1");
        try {
            Files.writeString(file, xml);
            LabClient.succeeded(LabClient.script("""
                    expect-error xml-differs migrate --live --unsafe db1 kvm2 --xml %s
                    expect-error job-running migrate --live calm1 kvm2
                    expect-error postcopy-not-allowed migrate-postcopy calm1
                    suspend calm1
                    expect-error job-lock resume calm1
                    domjobabort calm1
                    expect-error postcopy-nothing migrate --live --postcopy --postcopy-resume db1 kvm2
                    """.formatted(file)));
            assertThat(virsh.waitFor()).isEqualTo(1);
        } finally {
            virsh.destroyForcibly();
            Files.delete(file);
        }
    }
}
