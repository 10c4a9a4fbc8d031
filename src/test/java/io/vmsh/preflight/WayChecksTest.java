package io.vmsh.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.hypervisor.DomainState;
import io.vmsh.locks.GuestLocks;
import io.vmsh.locks.HostLocks.DiskLock;
import io.vmsh.locks.HostLocks.Grip;
import io.vmsh.locks.LockSettings;
import io.vmsh.locks.LockedDisk;
import io.vmsh.probe.ClockOffset;
import io.vmsh.probe.ConfigFile;
import io.vmsh.probe.FileLook.Seen;
import io.vmsh.probe.HostSettings;
import io.vmsh.probe.Knock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What lies between the hosts: names, ports, clocks, locks. */
class WayChecksTest {
    private static final Way TUNNELLED = Way.of(Way.Option.TUNNELLED, Way.Option.FROM_SOURCE);

    @Nested
    class OfDestinations {
        private final Optional<HostSettings> configured = Optional.of(new HostSettings(Map.of(
                HostSettings.QEMU,
                Map.of("migration_host", "mig.kvm2", "migration_port_min", "50000", "migration_port_max", "50010"))));

        @Test
        void theTargetsOwnNameIsTheUsual() {
            assertThat(Destination.of("kvm2.example.org", Way.LIVE, Optional.empty())
                            .uri())
                    .isEqualTo("tcp:kvm2.example.org:49152-49215");
        }

        @Test
        void theTargetsConfigurationGoesBeforeIt() {
            assertThat(Destination.of("kvm2", Way.LIVE, configured).uri()).isEqualTo("tcp:mig.kvm2:50000-50010");
        }

        @Test
        void theStatementGoesBeforeBoth() {
            assertThat(Destination.of("kvm2", to("tcp://10.0.0.2:4711"), configured)
                            .uri())
                    .isEqualTo("tcp:10.0.0.2:4711");
            assertThat(Destination.of("kvm2", to("tcp:10.0.0.2"), Optional.empty())
                            .uri())
                    .isEqualTo("tcp:10.0.0.2:49152-49215");
        }

        private Way to(String uri) {
            return Way.LIVE.with(Way.Value.MIGRATION_URI, uri);
        }
    }

    @Nested
    class OfNames {
        @Test
        void aNameThatTheSourceKnowsIsFine() {
            assertThat(judge(Way.LIVE, "kvm2", List.of("10.0.0.2"), true).verdict())
                    .isEqualTo(Verdict.OK);
        }

        @Test
        void aNameThatItDoesNotKnowBlocks() {
            assertThat(judge(Way.LIVE, "kvm2", List.of(), true).verdict()).isEqualTo(Verdict.BLOCKER);
        }

        @Test
        void aNameThatItTakesForItselfBlocks() {
            assertThat(judge(Way.LIVE, "kvm2", List.of("127.0.1.1"), true).verdict())
                    .isEqualTo(Verdict.BLOCKER);
        }

        @Test
        void aTargetNamedLocalhostBlocks() {
            assertThat(judge(Way.LIVE, "localhost.localdomain", List.of("10.0.0.2"), true)
                            .verdict())
                    .isEqualTo(Verdict.BLOCKER);
        }

        @Test
        void whatThisMachineKnowsPromisesNothing() {
            assertThat(judge(Way.LIVE, "kvm2", List.of("10.0.0.2"), false).verdict())
                    .isEqualTo(Verdict.NOTICE);
            assertThat(judge(Way.LIVE, "kvm2", List.of(), false).verdict()).isEqualTo(Verdict.UNKNOWN);
        }

        @Test
        void aTunnelNeedsNoName() {
            assertThat(judge(TUNNELLED, "localhost", List.of(), true).verdict()).isEqualTo(Verdict.OK);
        }

        private Finding judge(Way way, String hostName, List<String> addresses, boolean asked) {
            return new NamesCheck()
                    .judge(new NamesCheck.Facts(
                            "kvm1",
                            "kvm2",
                            way,
                            hostName,
                            Destination.of(hostName, way, Optional.empty()),
                            addresses,
                            asked ? Optional.of("kvm1") : Optional.empty(),
                            List.of(),
                            Optional.empty(),
                            Optional.empty()));
        }

        @Test
        void theOtherNamesAreWorthKnowing() {
            Finding finding = with(
                    List.of(
                            new NamesCheck.Resolved("kvm2", "kvm1", "kvm1", List.of()),
                            new NamesCheck.Resolved("kvm2", "kvm2", "kvm2", List.of("127.0.1.1"))),
                    Optional.empty());
            assertThat(finding.verdict()).isEqualTo(Verdict.NOTICE);
            assertThat(Samples.sentences(finding))
                    .contains(
                            "kvm2 does not know kvm1",
                            "kvm2 resolves its own name kvm2 to 127.0.1.1, which no other host gets to");
        }

        @Test
        void theTargetMustHaveTheAddressItWaitsOn() {
            assertThat(with(List.of(), Optional.of("10.0.0.2")).verdict()).isEqualTo(Verdict.OK);
            assertThat(with(List.of(), Optional.of("10.0.0.3")).verdict()).isEqualTo(Verdict.BLOCKER);
            assertThat(with(List.of(), Optional.of("127.0.0.1")).verdict()).isEqualTo(Verdict.BLOCKER);
            assertThat(with(List.of(), Optional.of("0.0.0.0")).verdict()).isEqualTo(Verdict.OK);
        }

        private Finding with(List<NamesCheck.Resolved> others, Optional<String> listen) {
            return new NamesCheck()
                    .judge(new NamesCheck.Facts(
                            "kvm1",
                            "kvm2",
                            Way.LIVE,
                            "kvm2",
                            Destination.of("kvm2", Way.LIVE, Optional.empty()),
                            List.of("10.0.0.2"),
                            Optional.of("kvm1"),
                            others,
                            listen,
                            Optional.of(List.of("10.0.0.2"))));
        }
    }

    @Nested
    class OfPorts {
        @Test
        void portsThatNobodyListensOnYetAreFine() {
            assertThat(judge(Way.LIVE, Knock.REFUSED, true).verdict()).isEqualTo(Verdict.OK);
        }

        @Test
        void silenceAndRejectionBlockAndAreToldApart() {
            Finding silent = judge(Way.LIVE, Knock.SILENT, true);
            Finding rejected = judge(Way.LIVE, Knock.NO_ROUTE, true);
            assertThat(silent.verdict()).isEqualTo(Verdict.BLOCKER);
            assertThat(rejected.verdict()).isEqualTo(Verdict.BLOCKER);
            assertThat(Samples.sentences(silent).getFirst()).contains("drops");
            assertThat(Samples.sentences(rejected).getFirst()).contains("rejects");
            Finding byIcmp = judge(Way.LIVE, Knock.REJECTED, true);
            assertThat(byIcmp.verdict()).isEqualTo(Verdict.BLOCKER);
            assertThat(Samples.sentences(byIcmp).getFirst()).contains("rejects", "ICMP");
        }

        @Test
        void disksHaveAPortOfTheirOwn() {
            Destination usual = Destination.of("kvm2", Way.LIVE, Optional.empty());
            Way copying = Way.of(Way.Option.COPY_STORAGE);
            assertThat(PortsCheck.ports(copying, usual))
                    .containsEntry(49152, "memory")
                    .containsEntry(49153, "disks");
            Way given = copying.with(Way.Value.DISKS_PORT, "50000");
            assertThat(PortsCheck.ports(given, usual))
                    .containsEntry(50000, "disks")
                    .doesNotContainKey(49153);
        }

        @Test
        void aPortThatWasNamedMustBeFree() {
            Way named = Way.LIVE.with(Way.Value.MIGRATION_URI, "tcp://kvm2:49152");
            assertThat(judge(named, Knock.OPEN, true).verdict()).isEqualTo(Verdict.BLOCKER);
            assertThat(judge(Way.LIVE, Knock.OPEN, true).verdict()).isEqualTo(Verdict.OK);
        }

        @Test
        void fromAnotherMachineNothingIsProved() {
            assertThat(judge(Way.LIVE, Knock.REFUSED, false).verdict()).isEqualTo(Verdict.NOTICE);
            assertThat(judge(Way.LIVE, Knock.SILENT, false).verdict()).isEqualTo(Verdict.UNKNOWN);
        }

        @Test
        void aTunnelAndAMoveWhileOffNeedNoPort() {
            assertThat(judge(TUNNELLED, Knock.SILENT, true).verdict()).isEqualTo(Verdict.OK);
            assertThat(judge(Way.OFFLINE, Knock.SILENT, true).verdict()).isEqualTo(Verdict.OK);
        }

        private Finding judge(Way way, Knock knock, boolean asked) {
            return new PortsCheck()
                    .judge(new PortsCheck.Facts(
                            "kvm1",
                            "kvm2",
                            way,
                            Destination.of("kvm2", way, Optional.empty()),
                            PortsCheck.ports(way, Destination.of("kvm2", way, Optional.empty())),
                            asked ? Optional.of("kvm1") : Optional.empty(),
                            Map.of(49152, knock)));
        }
    }

    @Nested
    class OfClocks {
        @Test
        void smallDifferencesAreFine() {
            assertThat(judge(100, -200, 50).verdict()).isEqualTo(Verdict.OK);
        }

        @Test
        void moreThanASecondIsNoticed() {
            Finding finding = judge(0, 5000, 50);
            assertThat(finding.verdict()).isEqualTo(Verdict.NOTICE);
            assertThat(Samples.sentences(finding).getFirst()).contains("5000 ms ahead of");
        }

        @Test
        void aReadingThatIsTooVagueIsUnknown() {
            assertThat(judge(0, 900, 100).verdict()).isEqualTo(Verdict.UNKNOWN);
        }

        @Test
        void aClockThatCannotBeReadIsUnknown() {
            assertThat(judge(ClockRule.USUAL, reading(0, 0), Optional.empty(), Optional.empty())
                            .verdict())
                    .isEqualTo(Verdict.UNKNOWN);
        }

        @Test
        void theLimitCanBeSet() {
            ClockRule strict = new ClockRule(Duration.ofMillis(100), Optional.empty());
            ClockRule lax = new ClockRule(Duration.ofSeconds(10), Optional.empty());
            assertThat(judge(strict, reading(0, 5), reading(300, 5), Optional.empty())
                            .verdict())
                    .isEqualTo(Verdict.NOTICE);
            assertThat(judge(lax, reading(0, 5), reading(5000, 5), Optional.empty())
                            .verdict())
                    .isEqualTo(Verdict.OK);
        }

        @Test
        void hostsThatAreWrongTogetherAreFoundByAReference() {
            ClockRule rule = new ClockRule(Duration.ofSeconds(1), Optional.of("ntp1"));
            Finding wrong = judge(rule, reading(9000, 5), reading(9100, 5), reading(0, 5));
            assertThat(wrong.verdict()).isEqualTo(Verdict.NOTICE);
            assertThat(Samples.sentences(wrong).getFirst()).startsWith("kvm1 is 9000 ms ahead of ntp1");
            assertThat(judge(rule, reading(0, 5), reading(0, 5), Optional.empty())
                            .verdict())
                    .isEqualTo(Verdict.UNKNOWN);
        }

        private Finding judge(long here, long there, long doubt) {
            return judge(ClockRule.USUAL, reading(here, doubt), reading(there, doubt), Optional.empty());
        }

        private Finding judge(
                ClockRule rule,
                Optional<ClocksCheck.Reading> here,
                Optional<ClocksCheck.Reading> there,
                Optional<ClocksCheck.Reading> reference) {
            return new ClocksCheck(rule).judge(new ClocksCheck.Facts("kvm1", "kvm2", here, there, reference));
        }

        private Optional<ClocksCheck.Reading> reading(long millis, long doubt) {
            return Optional.of(new ClocksCheck.Reading(new ClockOffset(millis, doubt), "NTP"));
        }
    }

    @Nested
    class OfLocks {
        private static final String FOLDER = "/var/lib/libvirt/lockspace";

        @Test
        void equalManagersWithOneFolderAreFine() {
            assertThat(judge(lockd("7"), lockd("7")).verdict()).isEqualTo(Verdict.OK);
        }

        @Test
        void foldersThatMayDifferAreNoticed() {
            assertThat(judge(lockd("7"), lockd("8")).verdict()).isEqualTo(Verdict.NOTICE);
        }

        @Test
        void noLocksOnBothIsFine() {
            assertThat(judge(none(), none()).verdict()).isEqualTo(Verdict.OK);
        }

        @Test
        void aTargetThatDoesNotLockBlocks() {
            Finding finding = judge(lockd("7"), none());
            assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKER);
            assertThat(Samples.sentences(finding).getFirst()).contains("kvm2 by nothing");
        }

        @Test
        void otherPlacesBlock() {
            assertThat(judge(lockd("7"), locking("lockd", "/srv/leases", "7")).verdict())
                    .isEqualTo(Verdict.BLOCKER);
        }

        @Test
        void settingsThatCannotBeReadAreUnknown() {
            assertThat(judge(lockd("7"), Optional.empty()).verdict()).isEqualTo(Verdict.UNKNOWN);
        }

        @Test
        void aGuestThereWithTheSameDiskBlocks() {
            Finding finding = new LocksCheck()
                    .judge(new LocksCheck.Facts(
                            "kvm1",
                            "kvm2",
                            lockd("7"),
                            lockd("7"),
                            List.of(lock("web1", Grip.HELD)),
                            List.of(lock("other", Grip.UNKNOWN))));
            assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKER);
            assertThat(Samples.sentences(finding).getFirst()).contains("kvm2/other runs with /srv/web1.qcow2");
        }

        @Test
        void aLockThatWasLostIsNoticed() {
            Finding finding = new LocksCheck()
                    .judge(new LocksCheck.Facts(
                            "kvm1", "kvm2", lockd("7"), lockd("7"), List.of(lock("web1", Grip.LOST)), List.of()));
            assertThat(finding.verdict()).isEqualTo(Verdict.NOTICE);
            assertThat(Samples.sentences(finding).getFirst()).contains("kvm1 holds no lock on disk vda");
        }

        private DiskLock lock(String guest, Grip grip) {
            LockedDisk disk = new LockedDisk("vda", "/srv/web1.qcow2", false, false);
            GuestLocks locks = new GuestLocks(guest, "", DomainState.RUNNING, List.of(disk));
            return new DiskLock(locks, disk, Optional.empty(), grip, 0);
        }

        private Finding judge(Optional<LocksCheck.Locking> here, Optional<LocksCheck.Locking> there) {
            return new LocksCheck().judge(new LocksCheck.Facts("kvm1", "kvm2", here, there, List.of(), List.of()));
        }

        private Optional<LocksCheck.Locking> lockd(String inode) {
            return locking("lockd", FOLDER, inode);
        }

        private Optional<LocksCheck.Locking> none() {
            return Optional.of(new LocksCheck.Locking(LockSettings.of(Map.of()), Map.of()));
        }

        private Optional<LocksCheck.Locking> locking(String manager, String folder, String inode) {
            LockSettings settings = LockSettings.of(Map.of(
                    LockSettings.QEMU, ConfigFile.parse("lock_manager = \"%s\"\n".formatted(manager)),
                    LockSettings.LOCKD, ConfigFile.parse("file_lockspace_dir = \"%s\"\n".formatted(folder))));
            Seen seen = new Seen(Optional.empty(), Optional.of(inode), 0, "");
            return Optional.of(new LocksCheck.Locking(settings, Map.of(folder, seen)));
        }
    }
}
