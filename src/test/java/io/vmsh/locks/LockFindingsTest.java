package io.vmsh.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.hypervisor.DomainState;
import io.vmsh.locks.HostLocks.DiskLock;
import io.vmsh.locks.HostLocks.Grip;
import io.vmsh.locks.HostLook.Told;
import io.vmsh.probe.FileLook.Seen;
import io.vmsh.probe.FileSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told about locks that two hosts cannot show. */
class LockFindingsTest {
    private static final String LOCKD = """
            @file 0 /etc/libvirt/qemu.conf
            |lock_manager = "lockd"
            @file 0 /etc/libvirt/qemu-lockd.conf
            |file_lockspace_dir = "/leases"
            @process libvirtd 2 200
            @process virtlockd 1 100
            @program /usr/sbin/virtlockd
            """;

    @Test
    void equalHostsWithOneFolderAreFine() {
        assertThat(sentences(host("a", LOCKD, "7", "ext4"), host("b", LOCKD, "7", "ext4")))
                .isEmpty();
    }

    @Test
    void foldersThatDifferAreAProblem() {
        assertThat(sentences(host("a", LOCKD, "7", "ext4"), host("b", LOCKD, "8", "ext4")))
                .containsExactly("problem a, b: /leases is a folder of each host's own: both start the same guest");
    }

    @Test
    void virtlockdThatIsNotInstalledIsAProblem() {
        String without = LOCKD.replaceAll("(?m)^@process virtlockd.*\n|^@program.*\n", "") + "@program \n";
        assertThat(sentences(host("a", without, "7", "ext4")))
                .containsExactly("problem a: virtlockd is not installed: no guest with a disk starts");
    }

    @Test
    void systemdStartsVirtlockdWhenItIsAskedFor() {
        String onDemand = LOCKD.replaceAll("(?m)^@process virtlockd.*\n", "")
                + "@systemd\n@unit virtlockd.socket active\n@unit virtlockd.service inactive\n";
        assertThat(sentences(host("a", onDemand, "7", "ext4"))).isEmpty();
    }

    @Test
    void sanlockIsExplainedAndItsNumbersAreCompared() {
        String sanlock = """
                @file 0 /etc/libvirt/qemu.conf
                |lock_manager = "sanlock"
                @file 0 /etc/libvirt/qemu-sanlock.conf
                |auto_disk_leases = 1
                |disk_lease_dir = "/leases"
                |host_id = 1
                @process libvirtd 2 200
                @process sanlock 3 100
                """;
        List<String> found = sentences(host("a", sanlock, "7", "ext4"), host("b", sanlock, "7", "ext4"));
        assertThat(found)
                .contains("problem a, b: sanlock's host_id 1 is on several hosts: each needs its own")
                .anyMatch(sentence -> sentence.startsWith("notice a: sanlock is made for managers such as oVirt"));
    }

    @Test
    void whereTheFilesystemCarriesLocksQemusOwnIsMetFirst() {
        assertThat(sentences(host("a", LOCKD, "7", "nfs4")))
                .singleElement()
                .asString()
                .startsWith("notice a: nfs4 carries locks between hosts: QEMU's own lock of an image is met before");
    }

    @Test
    void whatOnlyRootMayReadIsUnknown() {
        assertThat(sentences(host("a", "@unreadable /etc/libvirt/qemu.conf\n", "7", "ext4")))
                .containsExactly("unknown a: /etc/libvirt/qemu.conf may be read by root only");
    }

    @Test
    void oneGuestThatRunsTwiceIsAProblem() {
        HostLocks one = host("a", LOCKD, "7", "ext4");
        HostLocks other = host("b", LOCKD, "7", "ext4");
        assertThat(sentences(running(one), running(other)))
                .anyMatch(sentence ->
                        sentence.startsWith("problem a, b: a/web1 and b/web1 run with one disk at the same time"));
    }

    private static HostLocks running(HostLocks host) {
        LockedDisk disk = host.disks().getFirst().disk();
        GuestLocks guest = new GuestLocks("web1", "u", DomainState.RUNNING, List.of(disk));
        DiskLock lock = new DiskLock(guest, disk, host.disks().getFirst().lease(), Grip.LOST, 0);
        return new HostLocks(host.session(), host.told(), "", List.of(guest), "", List.of(lock), host.seen());
    }

    private static HostLocks host(String name, String text, String inode, String fileSystem) {
        Told told = HostLook.parse(text);
        LockedDisk disk = new LockedDisk("vda", "/srv/web1.qcow2", false, false);
        GuestLocks guest = new GuestLocks("web1", "u", DomainState.PAUSED, List.of(disk));
        Optional<Lease> lease = Lease.of(disk, told.settings(), Lease.Devices.UNKNOWN);
        // A disk that is open and about which nothing else is told.
        DiskLock lock = new DiskLock(guest, disk, lease, Grip.UNKNOWN, 0);
        long changed = Long.parseLong(inode);
        Map<String, Seen> seen = Map.of(
                "/leases",
                new Seen(Optional.of(new FileSystem("ext4")), Optional.of(inode), changed, "/leases"),
                disk.path(),
                new Seen(Optional.of(new FileSystem(fileSystem)), Optional.of("99"), 0, disk.path()));
        return new HostLocks(name, Optional.of(told), "", List.of(guest), "", List.of(lock), seen);
    }

    private static List<String> sentences(HostLocks... hosts) {
        List<String> sentences = new ArrayList<>();
        for (LockFinding finding : LockFindings.of(new LockSurvey(List.of(hosts)))) {
            sentences.add("%s %s: %s"
                    .formatted(finding.level().word(), String.join(", ", finding.hosts()), finding.sentence()));
        }
        return sentences;
    }
}
