package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.lab.LabClient.Output;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a destination lacks: libvirt's refusals are real, and each has its own explanation, of libvirt's words, the cause, its
 * facts, and the first way out.
 */
@Timeout(120)
class DestinationLacksIT {
    private static final String KVM2 = "qemu+tcp://kvm2/system";
    private static final String OWN_QEMU = "/var/lib/libvirt/bin/qemu";

    private static final String KNOWN_OF_QEMU = "/var/cache/libvirt/qemu/capabilities";

    @BeforeAll
    static void freshGuests() {
        LabClient.fresh();
    }

    @AfterEach
    void guestsGo() {
        Lab.run("reset");
        for (String host : new String[] {"kvm1", "kvm2"}) {
            on(host, """
                    for net in prod; do virsh -q net-destroy $net; virsh -q net-undefine $net; done 2>/dev/null
                    for pool in fast own; do virsh -q pool-destroy $pool; virsh -q pool-undefine $pool; done 2>/dev/null
                    ip link delete brlab 2>/dev/null
                    rm -rf /var/lib/libvirt/bin /var/lib/libvirt/own
                    cd /var/lib/libvirt/images && rm -rf base.raw only.qcow2 install.iso copied.qcow2 seen
                    rm -f /var/lib/libvirt/shared/based.qcow2; virsh -q pool-refresh images""");
        }
    }

    private static void on(String host, String command) {
        Lab.run("exec", host, "sh", "-c", command);
    }

    private static Output explained(String script) {
        Output output = LabClient.script(script);
        LabClient.succeeded(output);
        return output;
    }

    /** Says these texts, in this order; the guest runs on kvm1, and nothing of it on kvm2. */
    private static void isRefused(String guest, String code, String options, String... texts) {
        Output output = explained("expect-error %s migrate --live %s %s kvm2\n".formatted(code, options, guest));
        assertThat(output.err()).containsSubsequence(texts);
        SmallGuest.aliveOnlyOn("kvm1", guest);
    }

    @Test
    void poolsAndVolumes() {
        String pool = "pool-define-as fast dir --target /var/lib/libvirt/cluster";
        LabClient.succeeded(LabClient.script(pool + "\npool-start fast\n"));
        on("kvm1", "qemu-img create -q -f qcow2 /var/lib/libvirt/cluster/fast.qcow2 4M; virsh -q pool-refresh fast");
        SmallGuest.of("pooled")
                .with("<disk type='volume' device='disk'><driver name='qemu' type='qcow2' cache='none'/>"
                        + "<source pool='fast' volume='fast.qcow2'/><target dev='vda' bus='virtio'/></disk>")
                .start();
        explained("""
                expect-error pool-missing migrate --live pooled kvm2
                on kvm2 '%s'
                expect-error pool-inactive migrate --live pooled kvm2
                """.formatted(pool));
        on(
                "kvm2",
                "mv /var/lib/libvirt/cluster/fast.qcow2 /var/lib/libvirt/cluster/fast; virsh -q pool-start fast;"
                        + " mv /var/lib/libvirt/cluster/fast /var/lib/libvirt/cluster/fast.qcow2");
        explained("expect-error volume-missing migrate --live pooled kvm2\nfix 1 --yes\n");
        assertThat(LabClient.state("kvm2", "pooled")).startsWith("running");
    }

    @Test
    void screensEmulatorAndMemory() {
        SmallGuest.ownEmulator("kvm1", OWN_QEMU, "");
        SmallGuest.of("watched")
                .with("<graphics type='vnc' autoport='yes' listen='10.78.0.1'/>")
                .start();
        SmallGuest.of("fixed")
                .with("<graphics type='vnc' port='5999' autoport='no' listen='0.0.0.0'/>")
                .start();
        SmallGuest.of("other").replacing(SmallGuest.QEMU, OWN_QEMU).start();
        SmallGuest.of("large").memory(512).start();
        on("kvm2", "prlimit --pid $(cat /run/libvirtd.pid) --as=1400000000:");
        explained("expect-error memory-short migrate --live large kvm2");
        on("kvm2", "prlimit --pid $(cat /run/libvirtd.pid) --as=unlimited:");
        on(
                "kvm2",
                "nohup python3 -c 'import socket, time; s = socket.socket(); s.bind((\"\", 5999)); s.listen();"
                        + " time.sleep(60)' >/dev/null 2>&1 & sleep 1");
        explained("""
                expect-error graphics-address migrate --live watched kvm2
                expect-error graphics-port migrate --live fixed kvm2
                expect-error emulator-missing migrate --live other kvm2
                """);
    }

    /** What they are connected to has one name on both hosts; a network of the source may even be a bridge of it. */
    @Test
    void networksAndBridges() {
        String network = "<network><name>prod</name><forward mode=\"bridge\"/><bridge name=\"brlab\"/></network>";
        String define = "echo '%s' >/root/prod.xml; virsh -q net-define /root/prod.xml".formatted(network);
        on(
                "kvm1",
                "ip link add brlab type bridge; ip link set brlab up; %s; virsh -q net-start prod".formatted(define));
        SmallGuest.of("plugged")
                .with("<interface type='network'><source network='prod'/></interface>")
                .start();
        SmallGuest.of("bridged")
                .with("<interface type='bridge'><source bridge='brlab'/></interface>")
                .start();
        isRefused(
                "plugged",
                "network-missing",
                "",
                "error: Network not found: no network with matching name 'prod'",
                "kvm2 has no network named prod",
                "a network card of plugged is plugged into it",
                "1. define it there as it is on kvm1");
        isRefused(
                "bridged",
                "bridge-missing",
                "",
                "error: Cannot get interface MTU on 'brlab': No such device",
                "kvm2 has no bridge or device named brlab",
                "1. make the bridge on kvm2");
        on("kvm2", define);
        isRefused(
                "plugged",
                "network-inactive",
                "",
                "error: Requested operation is not valid: network 'prod' is not active",
                "network prod is not active on kvm2",
                "1. start it there, and migrate again\n       net-start kvm2/prod\n       migrate --live plugged kvm2");
        on("kvm2", "virsh -q net-start prod");
        isRefused(
                "plugged",
                "bridge-missing",
                "",
                "interface MTU on 'brlab'",
                "kvm2 has no bridge or device named brlab");
        on("kvm2", "virsh -q net-destroy prod; ip link add brlab type bridge; ip link set brlab up");
        explained("expect-error network-inactive migrate --live plugged kvm2\nfix 1 --yes\n");
        SmallGuest.aliveOnlyOn("kvm2", "plugged");
    }

    @Test
    void imagesMediaAndFolders() {
        on("kvm1", """
                cd /var/lib/libvirt/images
                qemu-img create -q -f raw base.raw 4M
                qemu-img create -q -f qcow2 -b $PWD/base.raw -F raw ../shared/based.qcow2
                qemu-img create -q -f qcow2 only.qcow2 4M
                truncate -s 4M install.iso
                mkdir seen""");
        SmallGuest.of("based")
                .withDisk("/var/lib/libvirt/shared/based.qcow2", "qcow2", "")
                .start();
        SmallGuest.of("stored")
                .withDisk("/var/lib/libvirt/images/only.qcow2", "qcow2", "")
                .start();
        SmallGuest.of("inserted")
                .with("<disk type='file' device='cdrom'><source file='/var/lib/libvirt/images/install.iso'/>"
                        + "<target dev='hda' bus='ide'/><readonly/></disk>")
                .start();
        SmallGuest.of("seeing")
                .with("<filesystem type='mount' accessmode='mapped'>"
                        + "<source dir='/var/lib/libvirt/images/seen'/><target dir='seen'/></filesystem>")
                .start();
        isRefused(
                "based",
                "backing-missing",
                "",
                "error: Cannot access backing file '/var/lib/libvirt/images/base.raw' of storage file"
                        + " '/var/lib/libvirt/shared/based.qcow2'",
                "kvm2 lacks an image that a disk of based is based on",
                "/var/lib/libvirt/images/base.raw: not on kvm2",
                "1. make the image available on kvm2 under the same path");
        isRefused(
                "stored",
                "storage-missing",
                "--unsafe --no-check",
                "/var/lib/libvirt/images/only.qcow2': No such file or directory",
                "kvm2 does not have the disks of stored",
                "/var/lib/libvirt/images/only.qcow2",
                "1. copy the disks to kvm2 while the guest moves\n"
                        + "       migrate --live --copy-storage-all --no-check stored kvm2");
        isRefused(
                "inserted",
                "medium-missing",
                "",
                "error: Cannot access storage file '/var/lib/libvirt/images/install.iso': No such file or directory",
                "kvm2 does not have what is in a drive of inserted",
                "cdrom hda: /var/lib/libvirt/images/install.iso is not on kvm2",
                "1. eject it, if the guest does not need it, then migrate: virsh change-media inserted hda --eject");
        isRefused(
                "seeing",
                "folder-missing",
                "",
                "failed to open '/var/lib/libvirt/images/seen': No such file or directory",
                "kvm2 does not have a folder that seeing sees",
                "/var/lib/libvirt/images/seen: not on kvm2",
                "1. make the folder available on kvm2 under the same path");
    }

    @Test
    void roomForCopies() {
        on("kvm1", """
                mkdir /var/lib/libvirt/own
                qemu-img create -q -f qcow2 /var/lib/libvirt/own/apart.qcow2 4M
                qemu-img create -q -f qcow2 /var/lib/libvirt/images/copied.qcow2 4M""");
        on("kvm2", """
                mkdir /var/lib/libvirt/own
                qemu-img create -q -f qcow2 /var/lib/libvirt/images/copied.qcow2 8M; virsh -q pool-refresh images""");
        SmallGuest.of("apart")
                .withDisk("/var/lib/libvirt/own/apart.qcow2", "qcow2", "")
                .start();
        SmallGuest.of("copied")
                .withDisk("/var/lib/libvirt/images/copied.qcow2", "qcow2", "")
                .start();
        isRefused(
                "copied",
                "copy-size",
                "--copy-storage-all",
                "error: operation failed: migration of disk vda failed: Source and target image have different sizes",
                "an image on kvm2 has another size than the disk that is copied into it",
                "disk vda: /var/lib/libvirt/images/copied.qcow2 has 4194304 bytes on kvm1 and 8388608 on kvm2",
                "1. remove that image, if nobody needs it");
        isRefused(
                "apart",
                "copy-needs-overlay",
                "--copy-storage-inc",
                "error: Operation not supported: pre-creation of storage targets for incremental storage migration",
                "with --copy-storage-inc, kvm2 must have the disks' images already",
                "/var/lib/libvirt/own/apart.qcow2",
                "1. copy the disks wholly\n       migrate --live --copy-storage-all apart kvm2");
        isRefused(
                "apart",
                "copy-needs-pool",
                "--copy-storage-all",
                "error: Storage pool not found: no storage pool with matching target path '/var/lib/libvirt/own'",
                "kvm2 has no active pool in which the copies of the disks could be made",
                "/var/lib/libvirt/own/apart.qcow2",
                "1. make a pool on /var/lib/libvirt/own there, then migrate again",
                "on kvm2 'pool-create-as own dir --target /var/lib/libvirt/own'");
        explained("expect-error copy-needs-pool migrate --live --copy-storage-all apart kvm2\nfix 1 --yes\n");
        SmallGuest.aliveOnlyOn("kvm2", "apart");
    }

    /** What is there already may be the guest itself. */
    @Test
    void namesAndIdentities() {
        SmallGuest.of("twin").start();
        SmallGuest.of("same").start();
        SmallGuest.of("twin").define("kvm2", xml -> xml.replace("<name>twin", "<name>elder"));
        SmallGuest.of("same").define("kvm2", xml -> xml);
        LabClient.succeeded(LabClient.virsh("kvm2", "start", "same"));
        isRefused(
                "twin",
                "uuid-taken",
                "",
                "error: operation failed: domain 'elder' is already defined with uuid ",
                "kvm2 already has this guest under the name elder",
                "1. migrate to that name; its definition there is replaced\n       migrate --live twin kvm2 --dname elder");
        Output twice = explained("expect-error already-active migrate --live same kvm2\n");
        assertThat(twice.err())
                .containsSubsequence(
                        "error: Requested operation is not valid: domain 'same' is already active",
                        "kvm2 already runs a guest named same",
                        "it has the same UUID: it is the same guest, running twice",
                        "migrate-recover same --dry-run");
        explained("expect-error uuid-taken migrate --live twin kvm2\nfix 1 --yes\n");
        assertThat(LabClient.state("kvm2", "elder")).startsWith("running");
    }

    /** Both hosts of the lab have the same QEMU: what kvm2 is told of its own, or told to take away, makes it another. */
    @Test
    void machineAndProcessor() {
        SmallGuest.ownEmulator("kvm1", OWN_QEMU, "");
        SmallGuest.ownEmulator("kvm2", OWN_QEMU, "umip");
        SmallGuest.of("modern")
                .replacing(SmallGuest.QEMU, OWN_QEMU)
                .beside("<cpu mode='custom' match='exact' check='partial'><model>qemu64</model>"
                        + "<feature policy='require' name='umip'/></cpu>")
                .start();
        SmallGuest.of("newer")
                .replacing("machine='pc'", "machine='pc-i440fx-6.2'")
                .start();
        isRefused(
                "modern",
                "cpu-incompatible",
                "",
                "error: operation failed: guest CPU doesn't match specification: missing features: umip",
                "kvm2 cannot give modern the processor that it runs on",
                "umip",
                "1. choose another host\n       migrate-check modern --to all");
        knowsNoMachine("kvm2", "pc-i440fx-6.2");
        try {
            isRefused(
                    "newer",
                    "machine-missing",
                    "",
                    "error: unsupported configuration: Emulator '/usr/bin/qemu-system-x86_64' does not support machine"
                            + " type 'pc-i440fx-6.2'",
                    "the QEMU of kvm2 does not know the machine type pc-i440fx-6.2",
                    "1. choose another host\n       migrate-check newer --to all");
        } finally {
            Lab.run("stop", "kvm2", "libvirtd");
            on("kvm2", "rm -f %s/*.xml".formatted(KNOWN_OF_QEMU));
            Lab.run("start", "kvm2", "libvirtd");
        }
    }

    /**
     * Takes a machine type out of what a host's libvirtd has found out of its QEMU. It asks QEMU anew when it sees another
     * processor, and on some machines each core is another to it: so it stays on one.
     */
    private static void knowsNoMachine(String host, String machine) {
        String start = "taskset -c $(taskset -cp $$ | sed 's/.*: //; s/[,-].*//') scripts/lab start %s libvirtd"
                .formatted(host);
        Lab.run("stop", host, "libvirtd");
        LabClient.succeeded(LabClient.run("sh", "-c", start));
        on(host, "virsh -q domcapabilities --virttype qemu >/dev/null");
        Lab.run("stop", host, "libvirtd");
        on(host, "sed -i \"/<machine type='tcg' name='%s'/d\" %s/*.xml".formatted(machine, KNOWN_OF_QEMU));
        LabClient.succeeded(LabClient.run("sh", "-c", start));
    }

    @Test
    void aLockDaemon() {
        Lab.run("stop", "kvm2", "virtlockd");
        try {
            isRefused(
                    "calm1",
                    "lock-daemon-down",
                    "",
                    "error: internal error: Process exited prior to exec: libvirt: XML-RPC error :",
                    "the lock daemon of kvm2 does not answer",
                    "virtlockd-sock",
                    "1. start it on kvm2");
            Lab.run("start", "kvm2", "virtlockd");
            isRefused(
                    "calm1",
                    "lockspace-unknown",
                    "",
                    "error: internal error: Lockspace for path /var/lib/libvirt/lockspace does not exist",
                    "the lock daemon of kvm2 was started anew, and does not know where the leases are",
                    "1. restart libvirtd on kvm2");
            LabClient.succeeded(LabClient.virsh("kvm1", "migrate", "--offline", "--persistent", "calm1", KVM2));
            Output start = explained("expect-error lockspace-unknown start kvm2/calm1\n");
            assertThat(start.err()).contains("1. restart libvirtd on kvm2");
        } finally {
            Lab.run("up", "2");
            Lab.run("stop", "kvm2", "libvirtd");
            Lab.run("start", "kvm2", "libvirtd");
        }
    }
}
