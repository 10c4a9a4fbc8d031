package io.vmsh.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.hypervisor.DiskSize;
import io.vmsh.preflight.StorageSide.PoolSeen;
import io.vmsh.preflight.StorageSide.VolumeSeen;
import io.vmsh.probe.BlockLook;
import io.vmsh.probe.FileLook.Seen;
import io.vmsh.probe.FileSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StorageCheckTest {
    private static final String PATH = "/srv/vm/web1.qcow2";
    private static final Disk DISK = Samples.file(PATH, "none");
    private static final PoolSeen POOL = new PoolSeen("vm", true, "dir", "", "/srv/vm", 10L << 30);
    private static final PoolSeen STOPPED = new PoolSeen("vm", false, "dir", "", "/srv/vm", 0);
    private static final Optional<Seen> NO_SHELL = Optional.empty();

    @Test
    void theSameFileOnAFilesystemKnownAsSharedIsFine() {
        Finding finding = judge(
                Way.LIVE,
                side("kvm1", volume("1.5"), seen("nfs4", "77", 100), POOL),
                side("kvm2", volume("1.5"), seen("nfs4", "77", 100), POOL));
        assertThat(finding.verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void theSameFileOnAFilesystemTakenForLocalBlocksAndMayBeForced() {
        Finding finding = judge(
                Way.LIVE,
                side("kvm1", volume("1.5"), seen("ext4", "77", 100), POOL),
                side("kvm2", volume("1.5"), seen("ext4", "77", 100), POOL));
        assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKER);
        assertThat(Samples.statements(finding)).containsExactly("migrate --live --unsafe kvm1/web1 kvm2");
    }

    @Test
    void anotherFileOfThatNameBlocksAndIsNeverForced() {
        Finding finding = judge(
                Way.LIVE,
                side("kvm1", volume("1.5"), seen("ext4", "77", 100), POOL),
                side("kvm2", volume("9.5"), seen("ext4", "12", 5000), POOL));
        assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKER);
        assertThat(String.join(" ", Samples.statements(finding))).doesNotContain("--unsafe");
    }

    @Test
    void anotherSizeIsAnotherVolume() {
        VolumeSeen small = new VolumeSeen(PATH, "vm", PATH, Optional.of("1.5"), 1 << 20, 0, Optional.empty());
        Finding finding = judge(
                Way.LIVE,
                side("kvm1", volume("1.5"), NO_SHELL, POOL),
                side("kvm2", Optional.of(small), NO_SHELL, POOL));
        assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKER);
    }

    @Test
    void withoutAShellTheFilesystemIsUnknownEvenWhenTheFileIsTheSame() {
        Finding finding = judge(
                Way.LIVE, side("kvm1", volume("1.5"), NO_SHELL, POOL), side("kvm2", volume("1.5"), NO_SHELL, POOL));
        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(Samples.sentences(finding)).anyMatch(sentence -> sentence.contains("the same on both hosts"));
    }

    @Test
    void timesOfChangeThatDifferProveNothing() {
        Finding finding = judge(
                Way.OFFLINE, side("kvm1", volume("1.5"), NO_SHELL, POOL), side("kvm2", volume("1.6"), NO_SHELL, POOL));
        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void poolsOfOneServerHoldTheSame() {
        PoolSeen nfs = new PoolSeen("vm", true, "netfs", "nas:/export", "/srv/vm", 10L << 30);
        Finding finding = judge(
                Way.LIVE,
                side("kvm1", volume("1.5"), seen("nfs4", "7", 100), nfs),
                side("kvm2", volume("1.6"), NO_SHELL, nfs));
        assertThat(finding.verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void blockDevicesAreComparedBySerialNumber() {
        Disk disk = Samples.disk("type='block' device='disk'", "<source dev='/dev/vg/web1'/>");
        assertThat(judge(disk, Way.LIVE, block("kvm1", "wwn-1"), block("kvm2", "wwn-1"))
                        .verdict())
                .isEqualTo(Verdict.OK);
        assertThat(judge(disk, Way.LIVE, block("kvm1", "wwn-1"), block("kvm2", "wwn-2"))
                        .verdict())
                .isEqualTo(Verdict.BLOCKER);
    }

    @Test
    void aMissingFileBlocksAndCanBeCopied() {
        Seen missing = new Seen(Optional.of(new FileSystem("ext4")), Optional.empty(), 0, PATH);
        Finding finding = judge(
                Way.LIVE,
                side("kvm1", volume("1.5"), seen("ext4", "77", 100), POOL),
                side("kvm2", Optional.empty(), Optional.of(missing), POOL));
        assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKER);
        assertThat(Samples.statements(finding)).containsExactly("migrate --live --copy-storage-all kvm1/web1 kvm2");
    }

    @Test
    void aPoolThatHasNotLookedForLongProvesNothing() {
        StorageSide stale = side("kvm2", Optional.empty(), NO_SHELL, POOL);
        Finding finding = judge(Way.LIVE, side("kvm1", volume("1.5"), seen("nfs4", "77", 100), POOL), stale);
        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(Samples.statements(finding))
                .containsExactly("pool-refresh kvm2/vm", "migrate --live --copy-storage-all kvm1/web1 kvm2");
        assertThat(judge(Way.of(Way.Option.COPY_INCREMENTAL), side("kvm1", volume("1.5"), NO_SHELL, POOL), stale)
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void withoutPoolOrShellTheTargetIsUnknown() {
        Finding finding =
                judge(Way.LIVE, side("kvm1", volume("1.5"), NO_SHELL, POOL), side("kvm2", Optional.empty(), NO_SHELL));
        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void theBackingFileMustBeThereToo() {
        Disk overlay = Samples.disk(
                "type='file' device='disk'",
                "<source file='%s'/><backingStore type='file'><source file='/srv/vm/base.qcow2'/></backingStore>"
                        .formatted(PATH));
        Finding finding = judge(
                overlay,
                Way.LIVE,
                side("kvm1", volume("1.5"), seen("nfs4", "77", 100), POOL),
                side("kvm2", volume("1.5"), NO_SHELL, POOL));
        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(Samples.sentences(finding).getFirst()).contains("/srv/vm/base.qcow2");
    }

    @Test
    void aMissingMediumIsTakenOut() {
        Disk medium = Samples.disk("type='file' device='cdrom'", "<source file='%s'/><readonly/>".formatted(PATH));
        Finding finding = judge(
                medium,
                Way.LIVE,
                side("kvm1", volume("1.5"), NO_SHELL, POOL),
                side("kvm2", Optional.empty(), NO_SHELL, POOL));
        assertThat(finding.remedies()).anyMatch(remedy -> remedy.what().contains("change-media vda --eject"));
    }

    @Test
    void aDiskNamedByPoolNeedsThatPool() {
        Disk disk = Samples.disk("type='volume' device='disk'", "<source pool='vm' volume='web1.qcow2'/>");
        StorageSide source = pooled("kvm1", POOL, volume("1.5"));
        assertThat(judge(disk, Way.LIVE, source, pooled("kvm2", POOL, volume("1.5")))
                        .verdict())
                .isEqualTo(Verdict.OK);
        assertThat(judge(disk, Way.LIVE, source, pooled("kvm2", POOL, Optional.empty()))
                        .verdict())
                .isEqualTo(Verdict.BLOCKER);
        assertThat(judge(disk, Way.LIVE, source, new StorageSide("kvm2", List.of(), Map.of(), Map.of(), Map.of()))
                        .verdict())
                .isEqualTo(Verdict.BLOCKER);
        Finding stopped = judge(disk, Way.LIVE, source, pooled("kvm2", STOPPED, Optional.empty()));
        assertThat(Samples.statements(stopped)).containsExactly("pool-start kvm2/vm");
    }

    @Test
    void aCopyNeedsAPoolWithRoom() {
        StorageSide source = side("kvm1", volume("1.5"), NO_SHELL, POOL);
        Way copying = Way.of(Way.Option.COPY_STORAGE);
        assertThat(judge(copying, source, side("kvm2", Optional.empty(), NO_SHELL, POOL))
                        .verdict())
                .isEqualTo(Verdict.OK);
        assertThat(judge(copying, source, side("kvm2", Optional.empty(), NO_SHELL))
                        .verdict())
                .isEqualTo(Verdict.BLOCKER);
        assertThat(judge(copying, source, side("kvm2", Optional.empty(), NO_SHELL, STOPPED))
                        .verdict())
                .isEqualTo(Verdict.BLOCKER);
        PoolSeen tight = new PoolSeen("vm", true, "dir", "", "/srv/vm", 32 << 20);
        assertThat(judge(copying, source, side("kvm2", Optional.empty(), NO_SHELL, tight))
                        .verdict())
                .isEqualTo(Verdict.NOTICE);
        PoolSeen full = new PoolSeen("vm", true, "dir", "", "/srv/vm", 1 << 20);
        assertThat(judge(copying, source, side("kvm2", Optional.empty(), NO_SHELL, full))
                        .verdict())
                .isEqualTo(Verdict.BLOCKER);
    }

    @Test
    void aSharedDiskIsNotCopiedOntoItself() {
        Finding finding = judge(
                Way.of(Way.Option.COPY_STORAGE),
                side("kvm1", volume("1.5"), NO_SHELL, POOL),
                side("kvm2", volume("1.5"), NO_SHELL, POOL));
        assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKER);
    }

    @Test
    void twoCopiesMustFitTogether() {
        Disk other = Samples.disk("type='file' device='disk'", "<source file='/srv/vm/data.raw'/>");
        DiskSize size = new DiskSize(6L << 30, 6L << 30, 6L << 30);
        Disk second = new Disk(
                "vdb",
                "file",
                "/srv/vm/data.raw",
                Optional.empty(),
                "raw",
                "none",
                false,
                false,
                false,
                List.of(),
                false);
        Finding finding = new StorageCheck()
                .judge(new StorageCheck.Facts(
                        "kvm1/web1",
                        Way.of(Way.Option.COPY_STORAGE),
                        List.of(other, second),
                        Map.of(),
                        Map.of("vda", size, "vdb", size),
                        side("kvm1", Optional.empty(), NO_SHELL, POOL),
                        side("kvm2", Optional.empty(), NO_SHELL, POOL)));
        assertThat(Samples.sentences(finding).getFirst()).startsWith("the 2 disks together take 12 GiB");
        assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKER);
    }

    @Test
    void onlyTheChosenDisksAreCopied() {
        Way others = Way.of(Way.Option.COPY_STORAGE).with(Way.Value.DISKS, "vdb,vdc");
        Finding finding = judge(
                others,
                side("kvm1", volume("1.5"), seen("nfs4", "77", 100), POOL),
                side("kvm2", volume("1.5"), seen("nfs4", "77", 100), POOL));
        assertThat(finding.verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void whatIsNotCopiedMustLieBelowTheImage() {
        Disk overlay = Samples.disk("type='file' device='disk'", """
                <driver type='qcow2'/><source file='%s'/>
                <backingStore type='file'><source file='/srv/vm/base.qcow2'/></backingStore>""".formatted(PATH));
        Way way = Way.of(Way.Option.COPY_INCREMENTAL);
        VolumeSeen alone = new VolumeSeen(PATH, "vm", PATH, Optional.of("2.5"), 64 << 20, 0, Optional.empty());
        Finding bare = judge(
                overlay,
                way,
                side("kvm1", volume("1.5"), NO_SHELL, POOL),
                side("kvm2", Optional.of(alone), NO_SHELL, POOL));
        assertThat(Samples.sentences(bare))
                .contains(
                        "disk vda: nobody can see whether kvm2 has its backing file /srv/vm/base.qcow2",
                        "disk vda: on kvm2 its backing file is none, and here /srv/vm/base.qcow2");
        VolumeSeen chained =
                new VolumeSeen(PATH, "vm", PATH, Optional.of("2.5"), 64 << 20, 0, Optional.of("/srv/vm/base.qcow2"));
        StorageSide target = new StorageSide(
                "kvm2", List.of(POOL), Map.of(PATH, chained, "/srv/vm/base.qcow2", alone), Map.of(), Map.of());
        assertThat(judge(overlay, way, side("kvm1", volume("1.5"), NO_SHELL, POOL), target)
                        .verdict())
                .isEqualTo(Verdict.NOTICE);
    }

    @Test
    void aDeviceIsTheSameByItsNameEverywhereAndNotByItsPath() {
        Disk disk = Samples.disk("type='block' device='disk'", "<source dev='/dev/sdb'/>");
        assertThat(judge(disk, Way.LIVE, device("kvm1", "36001405a"), device("kvm2", "36001405a"))
                        .verdict())
                .isEqualTo(Verdict.OK);
        Finding other = judge(disk, Way.LIVE, device("kvm1", "36001405a"), device("kvm2", "36001405b"));
        assertThat(other.verdict()).isEqualTo(Verdict.BLOCKER);
        assertThat(Samples.sentences(other).getFirst()).contains("another device");
    }

    private static StorageSide device(String name, String serial) {
        BlockLook.Seen seen = new BlockLook.Seen(Map.of("scsi", Set.of(serial)), OptionalLong.of(2048));
        Seen file = new Seen(Optional.of(new FileSystem("devtmpfs")), Optional.of("5"), 100, "/dev/sdb");
        return new StorageSide(name, List.of(), Map.of(), Map.of("/dev/sdb", file), Map.of("/dev/sdb", seen));
    }

    private static Finding judge(Way way, StorageSide source, StorageSide target) {
        return judge(DISK, way, source, target);
    }

    private static Finding judge(Disk disk, Way way, StorageSide source, StorageSide target) {
        StorageCheck check = new StorageCheck();
        return check.judge(new StorageCheck.Facts("kvm1/web1", way, List.of(disk), Map.of(), Map.of(), source, target));
    }

    /** A volume of 64 MiB that takes 16. */
    private static Optional<VolumeSeen> volume(String changed) {
        return Optional.of(
                new VolumeSeen(PATH, "vm", PATH, Optional.of(changed), 64 << 20, 16 << 20, Optional.empty()));
    }

    private static StorageSide side(String name, Optional<VolumeSeen> volume, Optional<Seen> file, PoolSeen... pools) {
        return new StorageSide(
                name,
                List.of(pools),
                volume.map(known -> Map.of(PATH, known)).orElse(Map.of()),
                file.map(known -> Map.of(PATH, known)).orElse(Map.of()),
                Map.of());
    }

    private static StorageSide pooled(String name, PoolSeen pool, Optional<VolumeSeen> volume) {
        return new StorageSide(
                name,
                List.of(pool),
                volume.map(known -> Map.of("vm/web1.qcow2", known)).orElse(Map.of()),
                Map.of(),
                Map.of());
    }

    private static StorageSide block(String name, String key) {
        VolumeSeen volume =
                new VolumeSeen("/dev/vg/web1", "vg", key, Optional.empty(), 64 << 20, 64 << 20, Optional.empty());
        return new StorageSide(name, List.of(), Map.of("/dev/vg/web1", volume), Map.of(), Map.of());
    }

    private static Optional<Seen> seen(String fileSystem, String inode, long changed) {
        return Optional.of(new Seen(Optional.of(new FileSystem(fileSystem)), Optional.of(inode), changed, ""));
    }
}
