package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.lab.LabClient.Output;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two real hosts refuse, and what vmsh makes of it. */
class RefusalIT {
    @BeforeEach
    void freshGuests() {
        LabClient.fresh();
    }

    private static void staysOnKvm1(String guest) {
        assertThat(LabClient.state("kvm1", guest)).startsWith("running");
        assertThat(LabClient.state("kvm2", guest)).isEmpty();
    }

    @Test
    void theCacheModeIsNamedAndTheStorageCleared() {
        Output refused = LabClient.script("migrate --live web1 kvm2");
        assertThat(refused.exit()).isEqualTo(6);
        assertThat(refused.err())
                .contains("error: Unsafe migration: ")
                .contains("/var/lib/libvirt/shared/web1.qcow2, filesystem fuse.quobyte, which libvirt takes for shared")
                .contains("cache writeback")
                .contains("not the cause: the storage")
                .contains("disk-cache web1 vda none\n")
                .contains("explain unsafe-cache");
        assertThat(refused.err().indexOf("--unsafe"))
                .isGreaterThan(refused.err().indexOf("disk-cache"));
        staysOnKvm1("web1");
    }

    @Test
    void virshsLinesComeFirst() {
        Output refused = LabClient.vmsh("migrate --live web1 qemu+tcp://kvm2/system");
        Output virsh = LabClient.virsh("kvm1", "migrate", "--live", "web1", "qemu+tcp://kvm2/system");
        assertThat(refused.exit()).isEqualTo(virsh.exit()).isEqualTo(1);
        assertThat(refused.err()).startsWith(virsh.err());
    }

    @Test
    void localStorageIsNamedAndTheCacheModeCleared() {
        Output refused = LabClient.script("start local1\nexpect-error unsafe-storage migrate --live local1 kvm2");
        LabClient.succeeded(refused);
        assertThat(refused.err())
                .contains("which libvirt takes for local")
                .contains("not the cause: the cache mode")
                .contains("migrate --live --copy-storage-all local1 kvm2\n");
        staysOnKvm1("local1");
    }

    @Test
    void storageThatIsSharedUnseenIsNotCopiedOntoItself() {
        Output refused = LabClient.script("expect-error unsafe-storage migrate --live db1 kvm2");
        LabClient.succeeded(refused);
        assertThat(refused.err()).contains("the very same file").doesNotContain("--copy-storage-all");
        LabClient.succeeded(LabClient.script("migrate --live --unsafe db1 kvm2"));
        assertThat(LabClient.state("kvm2", "db1")).isEqualTo("running (migrated)");
    }

    @Test
    void withoutSshTheLikelierCauseIsTold() {
        Output refused = LabClient.run(
                LabClient.vmshWords("-q", "-c", "qemu+tcp://kvm1/system", "migrate --live db1 qemu+tcp://kvm2/system"));
        assertThat(refused.err()).contains("filesystem not known").contains("explain unsafe-storage");
    }

    @Test
    void theFirstWayOutOfTheCacheModeWorks() {
        Output fixed = LabClient.script("""
                expect-error unsafe-cache migrate --live web1 kvm2
                disk-cache web1 vda none
                cold-restart web1 --timeout 1 --destroy
                migrate --live web1 kvm2
                """);
        LabClient.succeeded(fixed);
        assertThat(LabClient.state("kvm2", "web1")).isEqualTo("running (migrated)");
        assertThat(LabClient.virsh("kvm1", "dumpxml", "--inactive", "web1").out())
                .contains("cache='none'")
                .contains("<qemu:del capability='migration-file-drop-cache'/>");
    }

    @Test
    void fixRunsTheWayOutAndStopsWhereItFails() {
        // local1 has a pool on its folder on both hosts, so that its copy can be made.
        Output fixed =
                LabClient.script("start local1\nexpect-error unsafe-storage migrate --live local1 kvm2\nfix 1 --yes");
        LabClient.succeeded(fixed);
        assertThat(fixed.err()).contains("> migrate --live --copy-storage-all local1 kvm2");
        assertThat(LabClient.state("kvm2", "local1")).isEqualTo("running (migrated)");
    }

    @Test
    void aStoppedGuestIsToldApart() {
        Output refused = LabClient.script("expect-error not-running migrate --live hot1 kvm2");
        assertThat(refused.err()).contains("migrate --offline --persistent hot1 kvm2");
        LabClient.succeeded(refused);
    }

    @Test
    void oneHostIsToldApart() {
        LabClient.succeeded(LabClient.script("""
                        connect qemu+tcp://kvm1/system --name same
                        use kvm1
                        expect-error same-host migrate --live calm1 same
                        """));
        staysOnKvm1("calm1");
    }

    @Test
    void aTakenNameGetsAnother() {
        LabClient.succeeded(LabClient.virsh("kvm1", "start", "hot1"));
        LabClient.succeeded(LabClient.script("""
                        migrate --offline --persistent calm1 kvm2
                        expect-error name-taken migrate --live --dname calm1 hot1 kvm2
                        fix 1 --yes
                        """));
        assertThat(LabClient.state("kvm2", "hot1-moved")).isEqualTo("running (migrated)");
    }

    @Test
    void aDestinationThatCannotBeReachedIsToldApart() {
        LabClient.succeeded(
                LabClient.vmsh("expect-error name-unknown migrate --live calm1 qemu+tcp://nowhere.invalid/system"));
        LabClient.succeeded(LabClient.vmsh("expect-error port-refused migrate --live calm1 qemu+tcp://kvm2:1/system"));
        staysOnKvm1("calm1");
    }

    @Test
    void aLockedDiskNamesItsHolder() {
        Output refused = LabClient.script("""
                migrate --offline --persistent calm1 kvm2
                expect-error lock-busy start kvm2/calm1
                """);
        assertThat(refused.err()).contains("kvm1/calm1 holds it");
        LabClient.succeeded(refused);
        staysRunningOnKvm1Only("calm1");
    }

    private static void staysRunningOnKvm1Only(String guest) {
        assertThat(LabClient.state("kvm1", guest)).startsWith("running");
        assertThat(LabClient.state("kvm2", guest)).startsWith("shut off");
    }
}
