package io.vmsh.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.hypervisor.DomainName;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityCheckTest {
    private static final String OTHER = "766d7368-0000-4000-9000-00000000000f";

    @Test
    void anotherHostWithoutTheGuestIsFine() {
        assertThat(judge("h2", new DomainName(1, "db1", OTHER)).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void oneHostOrACloneBlocks() {
        assertThat(judge("h1").verdict()).isEqualTo(Verdict.BLOCKER);
    }

    @Test
    void aHostWithoutUuidIsUnknown() {
        assertThat(judge("").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void theSameGuestRunningThereBlocks() {
        assertThat(judge("h2", new DomainName(7, "web1", Samples.UUID)).verdict())
                .isEqualTo(Verdict.BLOCKER);
    }

    @Test
    void itsDefinitionThereIsReplaced() {
        assertThat(judge("h2", new DomainName(-1, "web1", Samples.UUID)).verdict())
                .isEqualTo(Verdict.NOTICE);
    }

    @Test
    void anotherGuestOfThatNameBlocks() {
        Finding finding = judge("h2", new DomainName(-1, "web1", OTHER));
        assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKER);
        assertThat(finding.remedies()).anyMatch(remedy -> remedy.what().contains("virsh domrename web1 NEW-NAME"));
    }

    @Test
    void itsUuidUnderAnotherNameBlocks() {
        Finding finding = judge("h2", new DomainName(-1, "old web", Samples.UUID));
        assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKER);
        assertThat(Samples.statements(finding)).containsExactly("undefine 'kvm2/old web'");
    }

    @Test
    void guestsDoNotMoveBetweenKindsOfHypervisors() {
        IdentityCheck check = new IdentityCheck();
        Finding finding = check.judge(
                new IdentityCheck.Facts("kvm1", "QEMU", "h1", "xen1", "Xen", "h2", "web1", Samples.UUID, List.of()));
        assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKER);
    }

    private static Finding judge(String targetUuid, DomainName... there) {
        IdentityCheck check = new IdentityCheck();
        return check.judge(new IdentityCheck.Facts(
                "kvm1", "QEMU", "h1", "kvm2", "QEMU", targetUuid, "web1", Samples.UUID, List.of(there)));
    }
}
