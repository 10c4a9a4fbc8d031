package io.vmsh.advice;

import static io.vmsh.advice.MigrationScene.failed;
import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.advice.HostFacts.Reach;
import io.vmsh.advice.MigrationFacts.CacheDrop;
import io.vmsh.hypervisor.DomainState;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.GuestDisk;
import io.vmsh.hypervisor.JobOperation;
import io.vmsh.probe.FileLook.Seen;
import io.vmsh.probe.HostSettings;
import io.vmsh.probe.Knock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each cause by its facts: a rule says what it is, and nothing where a fact is missing. */
class FailureRulesTest {
    private static final String KVM2_PORT = "unable to connect to server at 'kvm2.example.org:49152'";
    private static final Seen ABSENT = new Seen(Optional.empty(), Optional.empty(), 0, "");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unsafe migration: Migration may lead to data corruption if disks use cache != none",
                "Unsafe migration: Migration may lead to data corruption if disks use cache != none or cache != directsync",
                "Unsafe migration: Migration may lead to data corruption if disks use cache other than none or directsync",
                "Unsafe migration: Migration without shared storage is unsafe",
                "Unsichere Migration: …",
                ""
            })
    void noWordingOfTheUnsafeRefusalChangesWhatIsMadeOfIt(String text) {
        MigrationScene cache = failed(ErrorCode.MIGRATE_UNSAFE, text).disk("nfs", "writeback");
        assertThat(cache.code()).isEqualTo("unsafe-cache");
        MigrationScene storage = failed(ErrorCode.MIGRATE_UNSAFE, text).disk("ext4", "writeback");
        assertThat(storage.code()).isEqualTo("unsafe-storage");
    }

    @Test
    void aQemuThatDropsCachesClearsTheCacheMode() {
        MigrationScene scene = failed(ErrorCode.MIGRATE_UNSAFE, "").disk("ext4", "writeback");
        scene.cacheDrop = CacheDrop.EXPECTED;
        assertThat(scene.advice().orElseThrow().facts())
                .anyMatch(fact -> fact.startsWith("the cache mode is never the cause here"));
    }

    @Test
    void aFilterInQemuConfIsNamed() {
        MigrationScene scene = failed(ErrorCode.MIGRATE_UNSAFE, "").disk("nfs", "writeback");
        scene.cacheDrop = CacheDrop.FILTERED;
        assertThat(scene.advice().orElseThrow().facts()).anyMatch(fact -> fact.contains("capability_filters"));
    }

    @Test
    void aFileThatQemuDoesNotFindIsTold() {
        MigrationScene scene = failed(ErrorCode.INTERNAL_ERROR, "Could not open '/srv/web1.qcow2'")
                .disk("ext4", "none");
        assertThat(scene.code()).isEqualTo("storage-missing");
        scene.naming = Naming.NOTHING;
        assertThat(scene.code()).isNotEqualTo("storage-missing");
    }

    @Test
    void aBackingFileThatIsNotThereIsTold() {
        MigrationScene scene = failed(ErrorCode.SYSTEM_ERROR, "")
                .devices("<disk><source file='/srv/web1.qcow2'/><backingStore><source file='/srv/base.qcow2'/>"
                        + "<backingStore/></backingStore></disk>")
                .lacks("/srv/base.qcow2");
        assertThat(scene.code()).isEqualTo("backing-missing");
        assertThat(scene.advice().orElseThrow().facts()).containsExactly("/srv/base.qcow2: not on kvm2");
    }

    @Test
    void aCdThatIsNotThereIsTold() {
        MigrationScene scene = failed(ErrorCode.SYSTEM_ERROR, "");
        GuestDisk drive = new GuestDisk("sda", "file", "cdrom", "/srv/x.iso", null, null, true, false);
        scene.disks.add(new DiskFacts(drive, false, MigrationScene.seen("ext4"), Optional.of(ABSENT)));
        assertThat(scene.code()).isEqualTo("medium-missing");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "NO_STORAGE_POOL, -, pool-missing",
                "CONFIG_UNSUPPORTED, false, pool-inactive",
                "NO_STORAGE_VOL, true, volume-missing",
                "NO_STORAGE_VOL, -, none"
            })
    void aVolumeNeedsItsPool(ErrorCode error, Boolean active, String code) {
        MigrationScene scene =
                failed(error, "").devices("<disk type='volume'><source pool='fast' volume='web1.qcow2'/></disk>");
        if (active != null) {
            scene.pools.put("fast", active);
        }
        assertThat(scene.code()).isEqualTo(code);
        if (code.equals("pool-inactive")) {
            assertThat(scene.statements(1))
                    .containsExactly("pool-start kvm2/fast", "migrate --live web1 kvm2 --bandwidth 8");
        }
    }

    private static MigrationScene copying(ErrorCode error) {
        MigrationScene scene = failed(error, "").by("migrate --live --copy-storage-all web1 kvm2");
        GuestDisk disk = new GuestDisk("vda", "file", "disk", "/srv/web1.qcow2", null, "none", false, false);
        scene.disks.add(new DiskFacts(disk, true, MigrationScene.seen("ext4"), Optional.of(ABSENT)));
        return scene;
    }

    @Test
    void copiesNeedAPool() {
        MigrationScene scene = copying(ErrorCode.NO_STORAGE_POOL);
        assertThat(scene.code()).isEqualTo("copy-needs-pool");
        assertThat(scene.statements(1))
                .containsExactly(
                        "on kvm2 'pool-create-as srv dir --target /srv'",
                        "migrate --live --copy-storage-all web1 kvm2");
    }

    @Test
    void copiesNeedTheSameSize() {
        MigrationScene scene = copying(ErrorCode.OPERATION_FAILED);
        scene.here = new HostFacts(
                Reach.OPEN,
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("/srv/web1.qcow2", 4L),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        scene.sizes.put("/srv/web1.qcow2", 8L);
        assertThat(scene.code()).isEqualTo("copy-size");
        scene.sizes.put("/srv/web1.qcow2", 4L);
        assertThat(scene.code()).isNotEqualTo("copy-size");
    }

    @Test
    void incrementalCopiesNeedAnOverlay() {
        MigrationScene scene =
                copying(ErrorCode.OPERATION_UNSUPPORTED).by("migrate --live --copy-storage-inc web1 kvm2");
        assertThat(scene.code()).isEqualTo("copy-needs-overlay");
        assertThat(scene.statements(1)).containsExactly("migrate --live --copy-storage-all web1 kvm2");
    }

    @Test
    void aFolderThatIsNotThereIsTold() {
        assertThat(failed(ErrorCode.INTERNAL_ERROR, "")
                        .devices("<filesystem><source dir='/srv/share'/></filesystem>")
                        .lacks("/srv/share")
                        .code())
                .isEqualTo("folder-missing");
    }

    @Test
    void networksAreToldApart() {
        String card = "<interface type='network'><source network='prod'/></interface>";
        assertThat(failed(ErrorCode.NO_NETWORK, "").devices(card).code()).isEqualTo("network-missing");
        MigrationScene stopped = failed(ErrorCode.OPERATION_INVALID, "").devices(card);
        stopped.networks.put("prod", false);
        assertThat(stopped.code()).isEqualTo("network-inactive");
        assertThat(stopped.statements(1).getFirst()).isEqualTo("net-start kvm2/prod");
        stopped.networks.put("prod", true);
        assertThat(stopped.code()).isEqualTo("none");
    }

    @Test
    void aBridgeThatIsNotThereIsTold() {
        MigrationScene scene = failed(ErrorCode.SYSTEM_ERROR, "Cannot get interface MTU on 'br7'")
                .devices("<interface type='bridge'><source bridge='br7'/></interface>");
        assertThat(scene.code()).isEqualTo("bridge-missing");
        scene.naming = Naming.NOTHING;
        assertThat(scene.code()).isEqualTo("none");
        assertThat(scene.lacks("/sys/class/net/br7").code()).isEqualTo("bridge-missing");
    }

    /** The bridge of a network here says nothing of the same network there, unless the error names it. */
    @Test
    void aNetworksBridgeIsTheDestinationsOwn() {
        String card = "<interface type='bridge'><source network='prod' bridge='br7'/></interface>";
        assertThat(failed(ErrorCode.NO_NETWORK, "").devices(card).code()).isEqualTo("network-missing");
        MigrationScene scene = failed(ErrorCode.SYSTEM_ERROR, "Cannot get interface MTU on 'br7'")
                .devices(card)
                .lacks("/sys/class/net/br7");
        assertThat(scene.code()).isEqualTo("bridge-missing");
        scene.naming = Naming.NOTHING;
        assertThat(scene.code()).isEqualTo("none");
    }

    @Test
    void theProcessorIsTold() {
        assertThat(failed(ErrorCode.CPU_INCOMPATIBLE, "").code()).isEqualTo("cpu-incompatible");
        MigrationScene scene = failed(ErrorCode.OPERATION_FAILED, "");
        scene.cpuRefusal = Optional.of("Host CPU does not provide required features: aes");
        assertThat(scene.code()).isEqualTo("cpu-incompatible");
    }

    @Test
    void theMachineTypeIsTold() {
        MigrationScene scene = failed(ErrorCode.CONFIG_UNSUPPORTED, "").devices("");
        scene.kindRefusal = Optional.of("no such machine");
        assertThat(scene.code()).isEqualTo("machine-missing");
    }

    @Test
    void theEmulatorIsTold() {
        assertThat(failed(ErrorCode.SYSTEM_ERROR, "")
                        .devices("")
                        .lacks("/opt/qemu")
                        .code())
                .isEqualTo("emulator-missing");
    }

    @Test
    void otherXmlIsTold() {
        MigrationScene scene = failed(ErrorCode.CONFIG_UNSUPPORTED, "").by("migrate --live web1 kvm2 --xml other.xml");
        assertThat(scene.code()).isEqualTo("xml-differs");
        assertThat(scene.statements(2)).containsExactly("migrate --live web1 kvm2");
    }

    @Test
    void theScreensAddressAndPortAreTold() {
        assertThat(failed(ErrorCode.INTERNAL_ERROR, "-vnc 10.0.0.1:0: Failed to bind socket")
                        .devices("<graphics type='vnc' listen='10.0.0.1'/>")
                        .code())
                .isEqualTo("graphics-address");
        assertThat(failed(ErrorCode.INTERNAL_ERROR, "-vnc 0.0.0.0:99,audiodev=a: Failed to find an available port")
                        .devices("<graphics type='vnc' listen='0.0.0.0' port='5999' autoport='no'/>")
                        .code())
                .isEqualTo("graphics-port");
    }

    @Test
    void theListenAddressIsTold() {
        MigrationScene scene = failed(
                        ErrorCode.INTERNAL_ERROR, "unable to execute QEMU command 'migrate-incoming': Failed to bind")
                .by("migrate --live web1 kvm2 --listen-address 10.9.9.9");
        assertThat(scene.code()).isEqualTo("listen-address");
        assertThat(scene.statements(1)).containsExactly("migrate --live web1 kvm2");
    }

    @Test
    void tooLittleMemoryIsToldByQemuItself() {
        assertThat(failed(ErrorCode.INTERNAL_ERROR, "cannot set up guest memory 'pc.ram': Cannot allocate memory")
                        .devices("")
                        .code())
                .isEqualTo("memory-short");
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATION_INVALID, migrate --offline web1 kvm2, migrate --offline --persistent web1 kvm2",
        "OPERATION_INVALID, migrate --offline --persistent --copy-storage-all web1 kvm2,"
                + " migrate --offline --persistent web1 kvm2",
        "OPERATION_INVALID, migrate --offline --persistent --tunnelled web1 kvm2,"
                + " migrate --offline --persistent web1 kvm2",
        "OPERATION_INVALID, migrate --live --zerocopy web1 kvm2, migrate --live --parallel --zerocopy web1 kvm2",
        "INVALID_ARG, migrate --live --tunnelled web1 kvm2, migrate --live --tunnelled --p2p web1 kvm2",
        "INVALID_ARG, migrate --live --tunnelled --p2p --parallel web1 kvm2,"
                + " migrate --live --tunnelled --p2p web1 kvm2",
        "INTERNAL_ERROR, migrate --live --tunnelled --p2p --copy-storage-all web1 kvm2,"
                + " migrate --live --copy-storage-all --p2p web1 kvm2",
        "ARGUMENT_UNSUPPORTED, migrate --live --direct web1 kvm2, migrate --live --p2p web1 kvm2",
        "ARGUMENT_UNSUPPORTED, migrate --postcopy web1 kvm2, migrate --live --postcopy web1 kvm2",
        "ARGUMENT_UNSUPPORTED, migrate --live web1 kvm2 --migrateuri http://kvm2, migrate --live web1 kvm2",
        "OPERATION_INVALID, migrate --live web1 kvm2 --migrateuri rdma://kvm2, migrate --live web1 kvm2",
        "INVALID_ARG, migrate --live web1 kvm2 --migrateuri 10.0.0.2,"
                + " migrate --live web1 kvm2 --migrateuri tcp://10.0.0.2",
        "INVALID_ARG, migrate --live web1 kvm2 --parallel-connections 4,"
                + " migrate --live --parallel web1 kvm2 --parallel-connections 4",
        "INVALID_ARG, migrate --live web1 kvm2 --comp-methods zstd,"
                + " migrate --live --compressed web1 kvm2 --comp-methods xbzrle",
        "INVALID_ARG, migrate --live web1 kvm2 --comp-xbzrle-cache 9,"
                + " migrate --live --compressed web1 kvm2 --comp-methods xbzrle --comp-xbzrle-cache 9",
        "INVALID_ARG, migrate --live web1 kvm2 --comp-mt-level 9,"
                + " migrate --live --compressed web1 kvm2 --comp-methods mt --comp-mt-level 9",
        "INVALID_ARG, migrate --live web1 kvm2 --auto-converge-initial 9,"
                + " migrate --live --auto-converge web1 kvm2 --auto-converge-initial 9"
    })
    void optionsThatDoNotFitAreMended(ErrorCode error, String typed, String mended) {
        MigrationScene scene = failed(error, "").by(typed);
        assertThat(scene.code()).isEqualTo("migrate-options");
        assertThat(scene.statements(1)).containsExactly(mended);
    }

    /** The limit that libvirt could not raise is the guest's memory in bytes; any other failure is another's matter. */
    @Test
    void memoryThatCannotBeLockedIsToldByItsSize() {
        MigrationScene scene = failed(ErrorCode.SYSTEM_ERROR, "cannot limit locked memory of process 7 to 134217728")
                .by("migrate --live --parallel --zerocopy web1 kvm2")
                .devices("");
        assertThat(scene.code()).isEqualTo("migrate-options");
        assertThat(scene.statements(1)).containsExactly("migrate --live --parallel web1 kvm2");
        scene.naming = Naming.NOTHING;
        assertThat(scene.code()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "block-job, <disk><target dev='vda'/><mirror/></disk>",
        "transient-disk, <disk><target dev='vda'/><transient/></disk>",
        "disk-format, <disk><driver type='vmdk'/><target dev='vda'/></disk>",
        "device-stays, <hostdev type='pci'/>",
        "device-stays, <shmem name='s' role='peer'/>",
        "device-stays, <filesystem><driver type='virtiofs'/></filesystem>",
        "device-stays, <interface type='hostdev'/>"
    })
    void whatCannotMoveIsNamed(String code, String device) {
        assertThat(failed(ErrorCode.OPERATION_INVALID, "").devices(device).code())
                .isEqualTo(code);
        assertThat(failed(ErrorCode.NO_SUPPORT, "").devices(device).code()).isEqualTo("none");
    }

    @Test
    void autodestroyIsToldByTheErrorAlone() {
        assertThat(failed(ErrorCode.OPERATION_INVALID, "domain is marked for auto destroy")
                        .code())
                .isEqualTo("autodestroy");
    }

    @Test
    void anotherJobIsToldBeforeTheCopyThatItMakesThere() {
        MigrationScene scene = failed(ErrorCode.OPERATION_INVALID, "").job(JobOperation.MIGRATION_OUT);
        scene.namesake = Optional.of(new MigrationFacts.Namesake("u", true, true));
        assertThat(scene.code()).isEqualTo("job-running");
    }

    @Test
    void postCopyGoesOnOnly() {
        MigrationScene failed = failed(ErrorCode.OPERATION_FAILED, "")
                .by("migrate --live --postcopy web1 kvm2")
                .status(DomainState.PAUSED, 13);
        assertThat(failed.code()).isEqualTo("postcopy-failed");
        assertThat(failed.statements(1)).containsExactly("migrate --live --postcopy --postcopy-resume web1 kvm2");
        MigrationScene watched = failed(ErrorCode.OPERATION_INVALID, "")
                .by("migrate --live --postcopy --postcopy-resume web1 kvm2")
                .status(DomainState.PAUSED, 12);
        assertThat(watched.code()).isEqualTo("postcopy-watched");
        assertThat(watched.status(DomainState.RUNNING, 1).code()).isEqualTo("postcopy-nothing");
    }

    @Test
    void statementsOtherThanMigrationsAreExplainedToo() {
        assertThat(statement(ErrorCode.OPERATION_TIMEOUT, "resume", DomainState.PAUSED, 1))
                .isEqualTo("job-lock");
        assertThat(statement(ErrorCode.OPERATION_INVALID, "domjobabort", DomainState.PAUSED, 12))
                .isEqualTo("postcopy-no-abort");
        assertThat(statement(ErrorCode.OPERATION_INVALID, "domjobabort", DomainState.RUNNING, 1))
                .isEqualTo("none");
        assertThat(statement(ErrorCode.OPERATION_INVALID, "migrate-postcopy", DomainState.RUNNING, 1))
                .isEqualTo("postcopy-not-allowed");
    }

    private static String statement(ErrorCode error, String command, DomainState state, int reason) {
        StatementFacts facts = new StatementFacts(
                error,
                new Naming("needs VIR_MIGRATE_POSTCOPY"),
                command,
                "web1",
                "web1",
                new MigrationScene().status(state, reason).moving);
        return Advisor.STATEMENT_RULES.stream()
                .flatMap(rule -> rule.explain(facts).stream())
                .map(Advice::code)
                .findFirst()
                .orElse("none");
    }

    @Test
    void endsAreToldApart() {
        assertThat(failed(ErrorCode.OPERATION_ABORTED, "").code()).isEqualTo("cancelled");
        assertThat(failed(ErrorCode.OPERATION_FAILED, "")
                        .status(DomainState.SHUT_OFF, 3)
                        .code())
                .isEqualTo("guest-crashed");
        MigrationScene stopped =
                failed(ErrorCode.SYSTEM_ERROR, "cannot get locked memory limit").status(DomainState.SHUT_OFF, 2);
        stopped.running = Optional.of(false);
        assertThat(stopped.code()).isEqualTo("guest-stopped");
        assertThat(stopped.statements(1)).containsExactly("migrate-recover web1");
        assertThat(stopped.advice().orElseThrow().facts()).contains("web1 on kvm1: shut off (destroyed)");
        // One that has moved away is off as well, and must not be started.
        assertThat(failed(ErrorCode.RPC, "").status(DomainState.SHUT_OFF, 4).code())
                .isNotEqualTo("guest-stopped");
        assertThat(failed(ErrorCode.INTERNAL_ERROR, "connect to '/run/libvirt/virtlockd-sock'")
                        .code())
                .isEqualTo("lock-daemon-down");
        MigrationScene locks = failed(ErrorCode.INTERNAL_ERROR, "Lockspace for path /srv/leases does not exist");
        locks.settings =
                Optional.of(new HostSettings(Map.of(HostSettings.LOCKD, Map.of("file_lockspace_dir", "/srv/leases"))));
        assertThat(locks.code()).isEqualTo("lockspace-unknown");
        assertThat(failed(ErrorCode.INTERNAL_ERROR, "").code()).isEqualTo("target-qemu-ended");
        MigrationScene notRunning = failed(ErrorCode.INTERNAL_ERROR, "");
        notRunning.running = Optional.empty();
        assertThat(notRunning.code()).isEqualTo("none");
    }

    /** With --p2p over ssh, libvirt tells of the end of a connection, whatever was before it. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, shutting down and reason=crashed, target-qemu-ended",
                "Unknown ramblock and load of migration failed: Invalid argument, reason=crashed, target-qemu-ended",
                "Read section footer failed: -5 and load of migration failed: Invalid argument, reason=crashed, cancelled",
                "load of migration failed: Input/output error, reason=crashed, cancelled",
                "-, reason=failed, cancelled",
                "-, reason=shutdown, none",
                "-, -, none"
            })
    void theLogOfTheOtherQemuTellsWhatLibvirtLost(String qemu, String libvirt, String code) {
        MigrationScene scene = failed(ErrorCode.SYSTEM_ERROR, "End of file").by("migrate --live --p2p web1 kvm2");
        scene.lastWords = Stream.of(qemu == null ? "" : qemu, libvirt == null ? "" : libvirt)
                .flatMap(lines -> Stream.of(lines.split(" and ")))
                .toList();
        assertThat(scene.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, its libvirtd does not run", "SILENT, it is off", "NO_ROUTE, the network knows no way"})
    void aLostHostIsTold(Knock knock, String fact) {
        Reach gone = new Reach(true, false, Optional.of("Connection refused"), Optional.of(knock));
        MigrationScene target = failed(ErrorCode.INTERNAL_ERROR, "");
        target.reachThere = gone;
        assertThat(target.code()).isEqualTo("target-lost");
        assertThat(target.advice().orElseThrow().facts()).anyMatch(line -> line.contains(fact));
        MigrationScene source = failed(ErrorCode.SYSTEM_ERROR, "");
        source.here = HostFacts.of(gone);
        assertThat(source.code()).isEqualTo("source-lost");
    }

    @Test
    void theWayIsTold() {
        MigrationScene scene = failed(ErrorCode.SYSTEM_ERROR, KVM2_PORT);
        assertThat(scene.way(false, null, null, null).code()).isEqualTo("migration-name-unknown");
        assertThat(scene.way(true, Knock.SILENT, null, null).code()).isEqualTo("migration-port-blocked");
        assertThat(scene.way(true, Knock.REFUSED, null, null).code()).isEqualTo("migration-port-refused");
        assertThat(scene.statements(2)).containsExactly("migrate --live --tunnelled --p2p web1 kvm2 --bandwidth 8");
        scene.naming = new Naming("unable to connect to server at 'kvm2.example.org:16509'");
        assertThat(scene.code()).isEqualTo("none");
    }

    @Test
    void aDestinationCalledLocalhostIsTold() {
        MigrationScene scene = failed(ErrorCode.INTERNAL_ERROR, "");
        scene.hostname = Optional.of("localhost");
        assertThat(scene.code()).isEqualTo("host-is-localhost");
    }

    @Test
    void whatTheSourceMeetsByItselfIsTold() {
        MigrationScene scene = failed(ErrorCode.SYSTEM_ERROR, "").by("migrate --live --p2p web1 kvm2");
        assertThat(scene.way(true, null, Knock.REFUSED, null).code()).isEqualTo("p2p-unreachable");
        assertThat(scene.way(true, null, Knock.OPEN, "root@kvm2: Permission denied (publickey).")
                        .code())
                .isEqualTo("p2p-ssh-refused");
        assertThat(scene.way(true, null, Knock.OPEN, "Host key verification failed.")
                        .code())
                .isEqualTo("p2p-ssh-host-unknown");
        assertThat(scene.statements(2)).containsExactly("migrate --live web1 kvm2");
    }

    @Test
    void encryptionIsToldApart() {
        MigrationScene forced = failed(ErrorCode.OPERATION_INVALID, "");
        forced.settings = Optional.of(new HostSettings(Map.of(HostSettings.QEMU, Map.of("migrate_tls_force", "1"))));
        assertThat(forced.code()).isEqualTo("tls-required");
        assertThat(forced.statements(1)).containsExactly("migrate --live --tls web1 kvm2 --bandwidth 8");

        MigrationScene missing = failed(ErrorCode.INTERNAL_ERROR, "")
                .by("migrate --live --tls web1 kvm2")
                .lacks("/etc/pki/qemu/server-cert.pem");
        assertThat(missing.code()).isEqualTo("tls-certificate-missing");

        MigrationScene other = failed(ErrorCode.INTERNAL_ERROR, "")
                .by("migrate --live --tls web1 kvm2")
                .way(true, null, null, null);
        other.certificate = Optional.of(List.of("kvm9", "10.0.0.9"));
        assertThat(other.code()).isEqualTo("tls-other-name");
        assertThat(other.statements(1)).containsExactly("migrate --live --tls web1 kvm2 --tls-destination kvm9");
        other.certificate = Optional.of(List.of("kvm2.example.org"));
        assertThat(other.code()).isNotEqualTo("tls-other-name");
    }

    @Test
    void rulesThatFindNothingSayNothing() {
        for (ErrorCode error : ErrorCode.values()) {
            MigrationScene scene = failed(error, "");
            scene.running = Optional.empty();
            boolean ownNumber = error == ErrorCode.CPU_INCOMPATIBLE || error == ErrorCode.OPERATION_ABORTED;
            assertThat(scene.code().equals("none")).as(error.name()).isEqualTo(!ownNumber);
        }
    }
}
