package io.vmsh.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.locks.Lease.Kind;
import io.vmsh.probe.ConfigFile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The names of locks, as libvirt's lock managers make them. */
class LeaseTest {
    private static final String PATH = "/var/lib/libvirt/shared/b1.qcow2";
    private static final String SHA = "8eafafc0b3d0f2afe204bfc4560b27c93f854bbf0b9d4fb27a17f87100b79df9";
    private static final Lease.Devices DEVICES = new Lease.Devices() {
        @Override
        public String volume(String path) {
            return path.equals("/dev/vg/one") ? "6wkRJb-Z3Xb" : "";
        }

        @Override
        public String scsi(String path) {
            return path.equals("/dev/sdb") ? "3600508b1001c" : "";
        }
    };

    @Test
    void lockdNamesAFileByTheHashOfItsPath() {
        assertThat(lease(PATH, "file_lockspace_dir = \"/srv/leases\""))
                .isEqualTo(new Lease(Kind.PATH, SHA, "/srv/leases/" + SHA));
    }

    @Test
    void anotherPathToTheSameFileIsAnotherLock() {
        assertThat(lease(PATH, "file_lockspace_dir = \"/l\"").resource())
                .isNotEqualTo(lease("/var/lib/libvirt/shared/../shared/b1.qcow2", "file_lockspace_dir = \"/l\"")
                        .resource());
    }

    @Test
    void lockdLocksTheDiskItselfWithoutAFolder() {
        assertThat(lease(PATH, "")).isEqualTo(new Lease(Kind.DIRECT, PATH, PATH));
    }

    @Test
    void volumesAndDevicesHaveNamesOfTheirOwn() {
        String settings = """
                file_lockspace_dir = "/f"
                lvm_lockspace_dir = "/l"
                scsi_lockspace_dir = "/s"
                """;
        assertThat(lease("/dev/vg/one", settings)).isEqualTo(new Lease(Kind.VOLUME, "6wkRJb-Z3Xb", "/l/6wkRJb-Z3Xb"));
        assertThat(lease("/dev/sdb", settings)).isEqualTo(new Lease(Kind.SCSI, "3600508b1001c", "/s/3600508b1001c"));
        assertThat(lease("/dev/loop0", settings).kind()).isEqualTo(Kind.PATH);
        assertThat(lease("/dev/vg/one", "file_lockspace_dir = \"/f\"").kind()).isEqualTo(Kind.PATH);
    }

    @Test
    void aLeaseOfTheDefinitionIsItsKey() {
        LockedDisk lease = new LockedDisk("g1-key", "/srv/lockd", false, true);
        assertThat(Lease.of(lease, settings("lockd", "auto_disk_leases = 0"), DEVICES))
                .hasValue(new Lease(Kind.NAMED, "g1-key", "/srv/lockd/g1-key"));
    }

    @Test
    void sanlockTakesTheMd5() {
        LockSettings settings = LockSettings.of(Map.of(
                LockSettings.QEMU,
                ConfigFile.parse("lock_manager = \"sanlock\""),
                LockSettings.SANLOCK,
                ConfigFile.parse("auto_disk_leases = 1\ndisk_lease_dir = \"/d\"\nhost_id = 3\n")));
        LockedDisk disk = new LockedDisk("vda", PATH, false, false);
        assertThat(Lease.of(disk, settings, DEVICES))
                .hasValue(new Lease(
                        Kind.SANLOCK, "05171dfdc9dd67d5e39b408e85920175", "/d/05171dfdc9dd67d5e39b408e85920175"));
        assertThat(settings.hostId().origin()).isEqualTo(LockSettings.SANLOCK + ":3");
    }

    @Test
    void noManagerAndNoAutomaticLeasesLockNothing() {
        LockedDisk disk = new LockedDisk("vda", PATH, false, false);
        assertThat(Lease.of(disk, LockSettings.of(Map.of()), DEVICES)).isEmpty();
        assertThat(Lease.of(disk, settings("lockd", "auto_disk_leases = 0"), DEVICES))
                .isEmpty();
    }

    private static Lease lease(String path, String settings) {
        return Lease.of(new LockedDisk("vda", path, false, false), settings("lockd", settings), DEVICES)
                .orElseThrow();
    }

    private static LockSettings settings(String manager, String own) {
        return LockSettings.of(Map.of(
                LockSettings.QEMU, ConfigFile.parse("# locks\nlock_manager = \"%s\"\n".formatted(manager)),
                LockSettings.LOCKD, ConfigFile.parse(own)));
    }
}
