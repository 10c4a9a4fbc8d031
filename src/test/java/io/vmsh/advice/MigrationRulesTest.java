package io.vmsh.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.advice.MigrationFacts.CacheDrop;
import io.vmsh.advice.MigrationFacts.Namesake;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.GuestDisk;
import io.vmsh.probe.FileLook.Seen;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationRulesTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ext4, writeback, unsafe-storage",
                "ext4, none, unsafe-storage",
                "fuse.sshfs, none, unsafe-storage",
                "nfs4, writeback, unsafe-cache",
                "nfs, -, unsafe-cache",
                "fuse.quobyte, unsafe, unsafe-cache",
                // A cluster filesystem keeps the caches in step: such a disk is no cause.
                "ceph, writeback, none",
                "nfs, directsync, none",
                "-, none, unsafe-storage",
                "-, writeback, unsafe"
            })
    void tellsStorageFromCacheMode(String fileSystem, String cache, String code) {
        assertThat(new MigrationScene().disk(fileSystem, cache).code()).isEqualTo(code);
    }

    @Test
    void aNewQemuMakesTheCacheModeUnlikelyWhereTheFilesystemIsNotKnown() {
        MigrationScene scene = new MigrationScene().disk(null, "writeback");
        scene.cacheDrop = CacheDrop.EXPECTED;
        assertThat(scene.code()).isEqualTo("unsafe-storage");
        scene.cacheDrop = CacheDrop.REMOVED;
        assertThat(scene.code()).isEqualTo("unsafe");
    }

    @Test
    void storageComesBeforeCacheModeAsInLibvirt() {
        assertThat(new MigrationScene()
                        .disk("nfs", "writeback")
                        .disk("ext4", "none")
                        .code())
                .isEqualTo("unsafe-storage");
    }

    @Test
    void remediesRepeatTheUsersOwnOptionsAndUnsafeIsLast() {
        MigrationScene scene = new MigrationScene().disk("ext4", "none");
        assertThat(scene.statements(1)).containsExactly("migrate --live --copy-storage-all web1 kvm2 --bandwidth 8");
        List<Remedy> remedies = scene.advice().orElseThrow().remedies();
        assertThat(remedies.getLast().statements()).containsExactly("migrate --live --unsafe web1 kvm2 --bandwidth 8");
        assertThat(remedies.getLast().price()).isNotEmpty();
    }

    @Test
    void aDiskThatIsTheSameFileThereIsNotCopiedOntoItself() {
        Optional<Seen> there = Optional.of(new Seen(Optional.empty(), Optional.of("17"), 1003, "/srv/web1.qcow2"));
        Advice advice =
                new MigrationScene().disk("ext4", "none", there).advice().orElseThrow();
        assertThat(advice.facts()).anyMatch(fact -> fact.contains("the very same file"));
        assertThat(advice.remedies().stream().flatMap(remedy -> remedy.statements().stream()))
                .noneMatch(statement -> statement.contains("copy-storage"));
    }

    @Test
    void theCacheModeIsChangedDiskByDiskBeforeTheGuestIsRestarted() {
        MigrationScene scene = new MigrationScene()
                .disk("nfs", "writeback")
                .disk("nfs", "none")
                .disk("nfs", null);
        assertThat(scene.statements(1))
                .containsExactly(
                        "disk-cache web1 vda none",
                        "disk-cache web1 vdc none",
                        "cold-restart web1",
                        "migrate --live web1 kvm2 --bandwidth 8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"copied", "read-only", "empty", "network", "block"})
    void disksThatLibvirtTrustsAreNoCause(String kind) {
        MigrationScene scene = new MigrationScene();
        GuestDisk disk = new GuestDisk(
                "vda",
                kind.equals("network") || kind.equals("block") ? kind : "file",
                "disk",
                kind.equals("empty") ? null : "/srv/x",
                null,
                kind.equals("block") ? "none" : "writeback",
                kind.equals("read-only"),
                false);
        scene.disks.add(new DiskFacts(disk, kind.equals("copied"), MigrationScene.seen("ext4"), Optional.empty()));
        assertThat(scene.code()).isEqualTo("none");
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MIGRATE_UNSAFE"})
    void otherErrorsAreNotBlamedOnDisks(ErrorCode error) {
        MigrationScene scene = new MigrationScene().disk("ext4", "writeback", MigrationScene.seen("ext4"));
        scene.error = error;
        assertThat(scene.code()).doesNotStartWith("unsafe").doesNotStartWith("storage");
    }

    @Test
    void aStoppedGuestIsSentWithoutMemory() {
        MigrationScene scene = new MigrationScene();
        scene.error = ErrorCode.OPERATION_INVALID;
        scene.running = Optional.of(false);
        assertThat(scene.code()).isEqualTo("not-running");
        assertThat(scene.statements(1)).containsExactly("migrate --offline --persistent web1 kvm2 --bandwidth 8");
    }

    @Test
    void aGuestThatRunsAtTheDestinationIsNotStartedHere() {
        MigrationScene scene = new MigrationScene();
        scene.error = ErrorCode.OPERATION_INVALID;
        scene.running = Optional.of(false);
        scene.namesake = Optional.of(new Namesake("u", true, true));
        assertThat(scene.code()).isEqualTo("not-running");
        assertThat(scene.advice().orElseThrow().remedies())
                .singleElement()
                .satisfies(way -> assertThat(way.statements()).containsExactly("migrate-recover web1 --dry-run"));
    }

    @Test
    void snapshotsAreNamed() {
        MigrationScene scene = new MigrationScene();
        scene.error = ErrorCode.OPERATION_INVALID;
        scene.snapshots = 2;
        assertThat(scene.advice().orElseThrow().headline()).contains("2 snapshots");
    }

    @Test
    void aRunningNamesakeWithTheSameUuidIsCalledTheSameGuest() {
        MigrationScene scene = new MigrationScene();
        scene.error = ErrorCode.OPERATION_INVALID;
        scene.namesake = Optional.of(new Namesake("u", true, true));
        assertThat(scene.code()).isEqualTo("already-active");
        assertThat(scene.statements(1)).containsExactly("migrate-recover web1 --dry-run");
    }

    @Test
    void aTakenNameGetsAnother() {
        MigrationScene scene = new MigrationScene();
        scene.error = ErrorCode.OPERATION_FAILED;
        scene.namesake = Optional.of(new Namesake("u", false, false));
        assertThat(scene.code()).isEqualTo("name-taken");
        assertThat(scene.statements(1)).containsExactly("migrate --live web1 kvm2 --dname web1-moved --bandwidth 8");
        assertThat(scene.statements(2)).containsExactly("undefine kvm2/web1");
    }

    @Test
    void aTakenUuidIsMigratedToItsName() {
        MigrationScene scene = new MigrationScene();
        scene.error = ErrorCode.OPERATION_FAILED;
        scene.sameUuid = Optional.of("old");
        assertThat(scene.code()).isEqualTo("uuid-taken");
        assertThat(scene.statements(1)).containsExactly("migrate --live web1 kvm2 --dname old --bandwidth 8");
    }

    @Test
    void oneHostUnderTwoNamesIsTold() {
        MigrationScene scene = new MigrationScene();
        scene.error = ErrorCode.INTERNAL_ERROR;
        scene.sameHost = true;
        assertThat(scene.code()).isEqualTo("same-host");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        MigrationScene scene = new MigrationScene()
                .disk("ext4", "none", Optional.of(new Seen(Optional.empty(), Optional.empty(), 0, "")));
        scene.error = ErrorCode.SYSTEM_ERROR;
        assertThat(scene.code()).isEqualTo("storage-missing");
    }

    @Test
    void everyCodeHasAPage() {
        for (String code : Pages.codes()) {
            assertThat(Pages.page(code).orElseThrow()).contains("\n").doesNotContain("\t");
            assertThat(Pages.title(code)).isNotBlank().doesNotEndWith(".");
        }
    }
}
