package io.vmsh.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.probe.FileLook.Seen;
import io.vmsh.probe.FileSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CacheCheckTest {
    private static final Disk WRITEBACK = Samples.file("/srv/a.qcow2", "writeback");
    private static final Disk NONE = Samples.file("/srv/a.qcow2", "none");

    @Test
    void qemuThatDropsCachesMakesEveryModeSafe() {
        assertThat(judge(Way.LIVE, WRITEBACK, 9_000_000, 7_002_022, false).verdict())
                .isEqualTo(Verdict.OK);
    }

    @Test
    void olderLibvirtOrQemuDoesNot() {
        assertThat(judge(Way.LIVE, WRITEBACK, 5_006_000, 7_002_022, false).verdict())
                .isEqualTo(Verdict.BLOCKER);
        assertThat(judge(Way.LIVE, WRITEBACK, 9_000_000, 3_001_000, false).verdict())
                .isEqualTo(Verdict.BLOCKER);
        assertThat(judge(Way.LIVE, NONE, 5_006_000, 3_001_000, false).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void aGuestWithoutTheAbilityIsBlockedAndCanBeCured() {
        Finding finding = judge(Way.LIVE, WRITEBACK, 9_000_000, 7_002_022, true);
        assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKER);
        assertThat(Samples.statements(finding))
                .containsExactly("disk-cache kvm1/web1 vda none", "cold-restart kvm1/web1");
    }

    @Test
    void whatIsCopiedOrMovesWhileOffNeedsNoCacheMode() {
        assertThat(judge(Way.of(Way.Option.COPY_STORAGE), WRITEBACK, 9_000_000, 7_002_022, true)
                        .verdict())
                .isEqualTo(Verdict.OK);
        assertThat(judge(Way.OFFLINE, WRITEBACK, 9_000_000, 7_002_022, true).verdict())
                .isEqualTo(Verdict.OK);
    }

    @Test
    void clusterFilesystemsKeepCachesInStep() {
        Seen seen = new Seen(Optional.of(new FileSystem("ceph")), Optional.of("7"), 0, "");
        CacheCheck check = new CacheCheck();
        Finding finding = check.judge(new CacheCheck.Facts(
                "kvm1/web1",
                Way.LIVE,
                List.of(WRITEBACK),
                9_000_000,
                7_002_022,
                true,
                Map.of(WRITEBACK.source(), seen)));
        assertThat(finding.verdict()).isEqualTo(Verdict.OK);
    }

    private static Finding judge(Way way, Disk disk, long libvirt, long qemu, boolean taken) {
        CacheCheck check = new CacheCheck();
        return check.judge(new CacheCheck.Facts("kvm1/web1", way, List.of(disk), libvirt, qemu, taken, Map.of()));
    }
}
