package io.vmsh.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.hypervisor.Capabilities.GuestKind;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the target is and has: versions, processor, memory. */
class HostChecksTest {
    private static final long GIB = 1L << 30;

    @Nested
    class OfVersions {
        private final VersionsCheck.Host old = new VersionsCheck.Host(8_000_000, 6_002_000);
        private final VersionsCheck.Host young = new VersionsCheck.Host(9_000_000, 7_002_022);

        @Test
        void movingToNewerOnesIsFine() {
            assertThat(judge(old, young, Optional.empty()).verdict()).isEqualTo(Verdict.OK);
            assertThat(judge(young, young, Optional.empty()).verdict()).isEqualTo(Verdict.OK);
        }

        @Test
        void movingToOlderOnesIsNoticed() {
            assertThat(judge(young, old, Optional.empty()).verdict()).isEqualTo(Verdict.NOTICE);
        }

        @Test
        void aMachineTypeThatTheTargetLacksBlocks() {
            Finding finding = judge(young, young, Optional.of("the machine 'pc-q35-99.0' is not supported"));
            assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKER);
        }

        @Test
        void aVersionThatIsNotToldIsUnknown() {
            assertThat(judge(young, new VersionsCheck.Host(9_000_000, 0), Optional.empty())
                            .verdict())
                    .isEqualTo(Verdict.UNKNOWN);
        }

        private Finding judge(VersionsCheck.Host here, VersionsCheck.Host there, Optional<String> refusal) {
            GuestKind kind = new GuestKind("/usr/bin/qemu-system-x86_64", "x86_64", "pc-q35-7.2", "kvm");
            return new VersionsCheck().judge(new VersionsCheck.Facts("kvm1", "kvm2", here, there, kind, true, refusal));
        }
    }

    @Nested
    class OfProcessors {
        @Test
        void whatTheTargetCanGiveIsFine() {
            assertThat(judge("custom", "EPYC", Optional.empty()).verdict()).isEqualTo(Verdict.OK);
        }

        @Test
        void whatItLacksBlocks() {
            Finding finding = judge("custom", "EPYC", Optional.of("does not provide required features: vme"));
            assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKER);
            assertThat(Samples.sentences(finding).getFirst()).contains("vme");
        }

        @Test
        void theHostsOwnProcessorOnAnotherModelIsNoticed() {
            assertThat(judge("host-passthrough", "EPYC", Optional.empty()).verdict())
                    .isEqualTo(Verdict.NOTICE);
            assertThat(judge("host-passthrough", "Opteron_G3", Optional.empty()).verdict())
                    .isEqualTo(Verdict.OK);
        }

        private Finding judge(String mode, String there, Optional<String> refusal) {
            return new CpuCheck().judge(new CpuCheck.Facts("kvm2", true, mode, "Opteron_G3", there, refusal));
        }
    }

    @Nested
    class OfMemory {
        @Test
        void enoughIsFine() {
            assertThat(judge(true, 2 * GIB, 8 * GIB, Optional.empty(), 4).verdict())
                    .isEqualTo(Verdict.OK);
        }

        @Test
        void hardlyEnoughIsNoticed() {
            assertThat(judge(true, 2 * GIB, 2 * GIB + 1, Optional.empty(), 4).verdict())
                    .isEqualTo(Verdict.NOTICE);
        }

        @Test
        void tooLittleBlocksAGuestThatRuns() {
            assertThat(judge(true, 2 * GIB, GIB, Optional.empty(), 4).verdict()).isEqualTo(Verdict.BLOCKER);
            assertThat(judge(false, 2 * GIB, GIB, Optional.empty(), 4).verdict())
                    .isEqualTo(Verdict.NOTICE);
        }

        @Test
        void hugePagesMustBeFreeThemselves() {
            Optional<MemoryCheck.Pages> few = Optional.of(new MemoryCheck.Pages(2048, 1023));
            Optional<MemoryCheck.Pages> enough = Optional.of(new MemoryCheck.Pages(2048, 1024));
            assertThat(judge(true, 2 * GIB, 8 * GIB, few, 4).verdict()).isEqualTo(Verdict.BLOCKER);
            assertThat(judge(true, 2 * GIB, 0, enough, 4).verdict()).isEqualTo(Verdict.OK);
        }

        @Test
        void moreProcessorsThanTheTargetGivesBlock() {
            assertThat(judge(true, GIB, 8 * GIB, Optional.empty(), 1).verdict()).isEqualTo(Verdict.BLOCKER);
        }

        private Finding judge(boolean live, long needed, long free, Optional<MemoryCheck.Pages> pages, int most) {
            return new MemoryCheck()
                    .judge(new MemoryCheck.Facts("kvm2", live, needed, free, pages, 2, OptionalInt.of(most)));
        }
    }
}
