package io.vmsh.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuestCheckTest {
    @Test
    void aRunningGuestWithoutBaggageIsFine() {
        assertThat(judge(Samples.running(""), Way.LIVE).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void snapshotsBlockInEveryWay() {
        Guest guest = Samples.guest(true, true, 2, Optional.empty(), "");
        Finding finding = judge(guest, Way.LIVE);
        assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKER);
        assertThat(Samples.sentences(finding).getFirst()).contains("2 snapshots");
        assertThat(judge(guest, Way.OFFLINE).verdict()).isEqualTo(Verdict.BLOCKER);
    }

    @Test
    void aJobBlocksAndCanBeStopped() {
        Finding finding = judge(Samples.guest(true, true, 0, Optional.of("backup"), ""), Way.LIVE);
        assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKER);
        assertThat(Samples.statements(finding)).contains("domjobabort kvm1/web1");
    }

    @Test
    void oneThatCamePausedIsResumedFirst() {
        Finding came = judge(stood(Standstill.SINCE_ARRIVAL), Way.LIVE);
        assertThat(came.verdict()).isEqualTo(Verdict.BLOCKER);
        assertThat(Samples.statements(came)).containsExactly("resume kvm1/web1");
        assertThat(judge(stood(Standstill.POSSIBLE), Way.LIVE).verdict()).isEqualTo(Verdict.NOTICE);
        assertThat(Samples.sentences(judge(stood(Standstill.SINCE_ARRIVAL), Way.OFFLINE)))
                .noneMatch(sentence -> sentence.contains("stood still"));
    }

    private static Guest stood(Standstill standstill) {
        return Samples.guest(true, true, 0, Optional.empty(), standstill, "");
    }

    @Test
    void aBlockJobBlocks() {
        Finding finding = judge(
                Samples.running("<disk type='file'><source file='/a'/><mirror type='file'/><target dev='vdb'/></disk>"),
                Way.LIVE);
        assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKER);
        assertThat(Samples.sentences(finding).getFirst()).contains("vdb", "block job");
    }

    @Test
    void someFormatsStayWhereTheyAreWhileTheyRun() {
        Guest guest =
                Samples.running("<disk type='file'><driver type='vmdk'/><source file='/a'/><target dev='vda'/></disk>");
        assertThat(judge(guest, Way.LIVE).verdict()).isEqualTo(Verdict.BLOCKER);
    }

    @Test
    void aTransientDiskBlocks() {
        Guest guest = Samples.running("<disk type='file'><source file='/a'/><target dev='vda'/><transient/></disk>");
        assertThat(judge(guest, Way.LIVE).verdict()).isEqualTo(Verdict.BLOCKER);
    }

    @Test
    void whatDoesNotRunCannotMoveLive() {
        Guest off = Samples.guest(false, true, 0, Optional.empty(), "");
        assertThat(judge(off, Way.LIVE).verdict()).isEqualTo(Verdict.BLOCKER);
        assertThat(judge(off, Way.OFFLINE).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void anOfflineMoveOfARunningGuestIsNoticed() {
        assertThat(judge(Samples.running(""), Way.OFFLINE).verdict()).isEqualTo(Verdict.NOTICE);
    }

    private static Finding judge(Guest guest, Way way) {
        GuestCheck check = new GuestCheck();
        return check.judge(new GuestCheck.Facts(guest, way, "kvm1/web1"));
    }
}
