package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The guides on two real hosts: what is missing is told, made, left alone, and taken back byte for byte. */
@Timeout(180)
class GuideIT {
    private static final String[] STORAGE = {
        "shared-storage",
        "--on",
        "kvm1,kvm2",
        "--server",
        "kvm1",
        "--export",
        "/srv/vm",
        "--pool",
        "nfs1",
        "--target",
        "/mnt/nfs1",
        "--network",
        "10.78.0.0/24"
    };
    private static final long PATIENCE_SECONDS = 60;

    private static final String SESSIONS = """
              kvm1: {uri: qemu+ssh://root@kvm1/system}
              kvm2: {uri: qemu+tcp://root@kvm2/system}
            """;

    @TempDir
    private static Path folder;

    private static LabConfig config;

    @BeforeAll
    static void sessions() {
        LabClient.fresh();
        config = LabConfig.of(folder, SESSIONS);
    }

    @AfterEach
    void bringBackWhatWasTakenAway() {
        for (String host : List.of("kvm1", "kvm2")) {
            Lab.run("exec", host, "sh", "-c", "[ ! -d ~/ssh-before ] || { rm -rf ~/.ssh && mv ~/ssh-before ~/.ssh; }");
        }
        Lab.run("undrop", "kvm2");
        FirewallHosts.off();
        SystemdHost.stop("kvm1");
        Lab.run("up", "2");
    }

    @Test
    void sharedStorageIsMadeAfterAnInterruptionAndTakenBack() throws Exception {
        Map<String, String> before = files();
        assertThat(guide("--check", STORAGE).exit()).isEqualTo(4);
        assertThat(guide("--dry-run", STORAGE).out())
                .contains("+++ kvm1:/etc/ganesha/ganesha.conf\n", "on kvm2 pool-define-as nfs1 netfs")
                .endsWith("none was made\n\n");
        assertThat(files()).isEqualTo(before);

        Process cutOff = LabClient.process(config.words(words(with(STORAGE, "--apply", "--yes"))))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path ledger = config.state("guides/shared-storage.json");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline
                && !(Files.exists(ledger) && Files.readString(ledger).contains("nfs-ganesha"))) {
            Thread.sleep(20);
        }
        cutOff.destroyForcibly().waitFor();

        LabClient.Output applied = guide("--apply", with(STORAGE, "--yes"));
        LabClient.succeeded(applied);
        assertThat(applied.out())
                .contains("a file written on kvm1 is read on kvm2")
                .contains(" done ");
        LabClient.succeeded(guide("--check", STORAGE));
        Map<String, String> done = files();
        assertThat(guide("--apply", with(STORAGE, "--yes")).out()).doesNotContain(" done ");
        assertThat(files()).isEqualTo(done).isNotEqualTo(before);
        LabClient.succeeded(config.run("pool-check", "nfs1", "--on", "kvm1,kvm2"));
        assertThat(config.run("pool-check", "images", "--on", "kvm1,kvm2").exit())
                .isEqualTo(4);

        LabClient.Output undone = guide("--undo", "shared-storage", "--yes");
        LabClient.succeeded(undone);
        assertThat(files()).isEqualTo(before);
        assertThat(LabClient.virsh("kvm2", "pool-info", "nfs1").exit()).isEqualTo(1);
    }

    @Test
    void keysAreMadeAndHostsLearnOfEachOther() throws Exception {
        for (String host : List.of("kvm1", "kvm2")) {
            Lab.run("exec", host, "sh", "-c", "cp -a ~/.ssh ~/ssh-before && rm -f ~/.ssh/id_* ~/.ssh/known_hosts");
        }
        Map<String, String> before = files();
        String[] keys = {"ssh-keys", "--on", "kvm1,kvm2"};
        assertThat(guide("--check", keys).exit()).isEqualTo(4);
        LabClient.Output applied = guide("--apply", with(keys, "--yes"));
        LabClient.succeeded(applied);
        assertThat(applied.err()).contains("kvm2 learns a host key: kvm1 offers (ED25519) SHA256:");
        assertThat(applied.out()).contains("qemu+ssh://root@kvm1/system opens without a password");
        LabClient.succeeded(guide("--check", keys));
        LabClient.succeeded(LabClient.run(Lab.exec("kvm1", "virsh", "-c", "qemu+ssh://root@kvm2/system", "uri")
                .toArray(String[]::new)));
        LabClient.succeeded(guide("--undo", "ssh-keys", "--yes"));
        Map<String, String> after = files();
        // A key pair is not taken away again.
        after.keySet().removeIf(file -> file.contains("/.ssh/id_ed25519"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void aHostThatRefusesOurKeyIsToldWithTheWayOut() throws Exception {
        Path allowed = Lab.folder("kvm2").resolve("root/.ssh/authorized_keys");
        String keys = Files.readString(allowed);
        Files.writeString(allowed, "");
        try {
            LabClient.Output refused = guide("--check", "ssh-keys", "--on", "kvm1,kvm2");
            assertThat(refused.exit()).isEqualTo(4);
            assertThat(refused.out()).contains("Permission denied").contains("ssh-copy-id root@kvm2");
        } finally {
            Files.writeString(allowed, keys);
        }
    }

    @Test
    void namesAndPortsArePutRightAndTakenBack() throws Exception {
        Path hosts = Lab.folder("kvm1").resolve("etc/hosts");
        String original = Files.readString(hosts);
        String without = original.replaceAll("(?m)^\\S+ kvm2\n", "");
        Files.writeString(hosts, without);
        Lab.run("drop", "kvm2", "49152-49215");
        try {
            String[] network = {"migration-network", "--on", "kvm1,kvm2", "--migration-network", "10.78.0.0/24"};
            LabClient.Output checked = guide("--check", network);
            assertThat(checked.exit()).isEqualTo(4);
            assertThat(checked.out()).contains("10.78.0.2:49152 does not answer");
            LabClient.Output applied = guide("--apply", with(network, "--yes"));
            LabClient.succeeded(applied);
            assertThat(applied.out()).contains("--migrateuri tcp://10.78.0.2").contains("/etc/hosts.vmsh-");
            assertThat(Files.readString(hosts)).isEqualTo(without + "10.78.0.2 kvm2\n");
            Files.writeString(hosts, "# by others\n" + Files.readString(hosts));
            LabClient.succeeded(guide("--check", network));
            LabClient.succeeded(guide("--undo", "migration-network", "--yes"));
            assertThat(Files.readString(hosts)).isEqualTo("# by others\n" + without);
            assertThat(guide("--check", network).out()).contains("10.78.0.2:49152 does not answer");
        } finally {
            Files.writeString(hosts, original);
        }
    }

    @Test
    void firewalldOfTheServerLetsNfsIn() {
        FirewallHosts.firewalld("kvm1");
        String before = FirewallHosts.services("kvm1", "public");
        assertThat(guide("--check", STORAGE).out())
                .contains("kvm2: kvm1:2049 does not answer (firewalld, zone public)");
        LabClient.succeeded(guide("--apply", with(STORAGE, "--yes")));
        assertThat(FirewallHosts.services("kvm1", "public")).isEqualTo("""
                        libvirt libvirt-tls mountd nfs rpc-bind ssh
                        libvirt libvirt-tls mountd nfs rpc-bind ssh
                        """);
        assertThat(FirewallHosts.reaches("kvm2", "kvm1", 2049)).isTrue();
        assertThat(FirewallHosts.on("kvm1", "firewall-cmd --reload").exit()).isZero();
        LabClient.succeeded(guide("--check", STORAGE));
        LabClient.succeeded(guide("--undo", "shared-storage", "--yes"));
        assertThat(FirewallHosts.services("kvm1", "public")).isEqualTo(before);
    }

    @Test
    void portsAreOpenedInTheZoneThatPacketsComeInBy() {
        FirewallHosts.firewalld("kvm2");
        FirewallHosts.on("kvm2", """
                for kept in --permanent ''; do
                    firewall-cmd $kept --zone=internal --change-interface=eth0
                    firewall-cmd $kept --zone=internal --add-service=libvirt
                    firewall-cmd $kept --zone=dmz --change-interface=virbr0
                done""");
        LabClient.Output refused =
                LabClient.virsh("kvm1", "migrate", "--live", "--p2p", "calm1", "qemu+tcp://kvm2/system");
        assertThat(refused.err()).contains("unable to connect to server at 'kvm2:49152': No route to host");
        String[] network = {"migration-network", "--on", "kvm1,kvm2"};
        assertThat(guide("--check", network).out()).contains("(firewalld, zone internal)");
        LabClient.succeeded(guide("--apply", with(network, "--yes")));
        String ports =
                "firewall-cmd --zone=internal --list-ports; firewall-cmd --permanent --zone=internal --list-ports";
        assertThat(FirewallHosts.on("kvm2", ports).out()).isEqualTo("49152-49215/tcp\n49152-49215/tcp\n");
        LabClient.succeeded(LabClient.virsh("kvm1", "migrate", "--live", "--p2p", "calm1", "qemu+tcp://kvm2/system"));
        LabClient.succeeded(guide("--undo", "migration-network", "--yes"));
        assertThat(FirewallHosts.on("kvm2", ports).out()).isEqualTo("\n\n");
        assertThat(guide("--check", network).exit()).isEqualTo(4);
        LabClient.succeeded(LabClient.virsh("kvm2", "migrate", "--live", "--p2p", "calm1", "qemu+tcp://kvm1/system"));
    }

    @Test
    void portsAreOpenedInIptablesByName() {
        FirewallHosts.iptables("kvm2", "49152:49215");
        String before = FirewallHosts.on("kvm2", "iptables -S").out();
        String[] network = {"migration-network", "--on", "kvm1,kvm2"};
        assertThat(guide("--check", network).out())
                .contains("kvm1: kvm2:49152 is rejected; ", "(iptables; its rules last until the next boot)");
        LabClient.succeeded(guide("--apply", with(network, "--yes")));
        assertThat(FirewallHosts.on("kvm2", "iptables -S").out())
                .contains("--dport 49152:49215 -m comment --comment \"vmsh migration-network\" -j ACCEPT");
        LabClient.succeeded(guide("--undo", "migration-network", "--yes"));
        assertThat(FirewallHosts.on("kvm2", "iptables -S").out()).isEqualTo(before);
    }

    @Test
    void servicesAreStartedAndEnabledBySystemd() {
        SystemdHost.start("kvm1");
        String[] services = {"rpcbind", "nfs-ganesha"};
        assertThat(guide("--check", STORAGE).out())
                .contains("nfs-ganesha is not started at boot; nfs-ganesha does not run");
        LabClient.succeeded(guide("--apply", with(STORAGE, "--yes")));
        assertThat(SystemdHost.systemctl("kvm1", with(new String[] {"is-active"}, services)))
                .isEqualTo("active\nactive\n");
        assertThat(SystemdHost.systemctl("kvm1", with(new String[] {"is-enabled"}, services)))
                .isEqualTo("enabled\nenabled\n");
        LabClient.succeeded(guide("--check", STORAGE));
        LabClient.succeeded(guide("--undo", "shared-storage", "--yes"));
        assertThat(SystemdHost.systemctl("kvm1", with(new String[] {"is-active"}, services)))
                .isEqualTo("inactive\ninactive\n");
        assertThat(SystemdHost.systemctl("kvm1", with(new String[] {"is-enabled"}, services)))
                .isEqualTo("disabled\ndisabled\n");
    }

    @Test
    void whoIsNotRootActsBySudo() throws IOException {
        for (String host : List.of("kvm1", "kvm2")) {
            LabOperator.on(host);
        }
        Path hosts = Lab.folder("kvm1").resolve("etc/hosts");
        String original = Files.readString(hosts);
        String without = original.replaceAll("(?m)^\\S+ kvm2\n", "");
        Files.writeString(hosts, without);
        LabConfig.of(folder, SESSIONS.replaceAll("qemu.*@", "qemu+ssh://" + LabOperator.NAME + "@"));
        try {
            String[] network = {"migration-network", "--on", "kvm1,kvm2"};
            LabClient.Output refused = guide("--apply", with(network, "--yes"));
            assertThat(refused.exit()).isNotZero();
            assertThat(refused.out()).contains("cannot replace /etc/hosts: permission denied; --sudo acts as root");
            assertThat(guide("--apply", with(network, "--yes", "--sudo")).out()).contains("kvm1: sudo: ");
            LabOperator.maySudo("kvm1", true);
            LabOperator.maySudo("kvm2", true);
            LabClient.succeeded(guide("--apply", with(network, "--yes", "--sudo")));
            assertThat(Files.readString(hosts)).isEqualTo(without + "10.78.0.2 kvm2\n");
            LabClient.succeeded(guide("--undo", "migration-network", "--yes", "--sudo"));
            assertThat(Files.readString(hosts)).isEqualTo(without);
        } finally {
            LabOperator.maySudo("kvm1", false);
            LabOperator.maySudo("kvm2", false);
            Files.writeString(hosts, original);
            LabConfig.of(folder, SESSIONS);
        }
    }

    @Test
    void aDiskThatOnlyItsOwnHostHasIsCopiedAlong() {
        LabClient.succeeded(LabClient.virsh("kvm1", "start", "local1"));
        try {
            assertThat(guide("--dry-run", "unsafe-migration", "kvm1/local1", "kvm2")
                            .out())
                    .contains("the safest is to put the disk on storage that libvirt knows (guide shared-storage)")
                    .contains("migrate --live --copy-storage-all kvm1/local1 kvm2")
                    .doesNotContain("--unsafe");
            LabClient.succeeded(guide("--apply", "unsafe-migration", "kvm1/local1", "kvm2", "--yes"));
            assertThat(LabClient.state("kvm2", "local1")).startsWith("running");
            assertThat(LabClient.state("kvm1", "local1")).startsWith("shut off");
        } finally {
            LabClient.virsh("kvm2", "destroy", "local1");
            LabClient.virsh("kvm2", "undefine", "local1");
            LabClient.virsh("kvm2", "vol-delete", "local1.qcow2", "images");
        }
    }

    @Test
    void poolsOfEveryTypeAreCompared() {
        Map<String, String> pools = new TreeMap<>(Map.of(
                "a-logical", "logical --source-dev /dev/sdb --source-name vg0 --target /dev/vg0",
                "a-iscsi", "iscsi --source-host nas --source-dev iqn.2026-01.example:vms --target /dev/disk/by-path",
                "a-disk", "disk --source-dev /dev/sdd --source-format gpt --target /dev",
                "a-fs", "fs --source-dev /dev/sde1 --target /srv/vms",
                "a-netfs", "netfs --source-host nas --source-path /srv/vm --target /mnt/vms",
                "a-dir", "dir --target /srv/dirs"));
        try {
            pools.forEach((name, how) -> {
                for (String host : List.of("kvm1", "kvm2")) {
                    // As told apart below: another device or server, another folder.
                    String its = host.equals("kvm1")
                            ? how
                            : how.replace("/dev/sd", "/dev/vd")
                                    .replace("nas", "other")
                                    .replace("/srv/vms", "/srv/v2")
                                    .replace("/srv/dirs", "/srv/d2");
                    LabClient.succeeded(
                            LabClient.virsh(host, with(new String[] {"pool-define-as", name}, its.split(" "))));
                }
            });
            assertThat(check("a-logical")).contains("source differs: /dev/sdb:vg0 on kvm1; /dev/vdb:vg0 on kvm2");
            assertThat(check("a-iscsi"))
                    .contains("nas:iqn.2026-01.example:vms on kvm1; other:iqn.2026-01.example:vms on kvm2");
            assertThat(check("a-disk")).contains("/dev/sdd on kvm1; /dev/vdd on kvm2");
            assertThat(check("a-fs"))
                    .contains(
                            "/dev/sde1 on kvm1; /dev/vde1 on kvm2",
                            "target differs: /srv/vms on kvm1; /srv/v2 on kvm2");
            assertThat(check("a-netfs")).contains("nas:/srv/vm on kvm1; other:/srv/vm on kvm2");
            assertThat(check("a-dir")).contains("target differs: /srv/dirs on kvm1; /srv/d2 on kvm2");
            LabClient.virsh("kvm2", "pool-undefine", "a-dir");
            LabClient.virsh(
                    "kvm2", "pool-define-as", "a-dir", "fs", "--source-dev", "/dev/sdf1", "--target", "/srv/dirs");
            assertThat(check("a-dir"))
                    .contains("type differs: dir on kvm1; fs on kvm2")
                    .contains("pool a-dir is not active");
        } finally {
            for (String host : List.of("kvm1", "kvm2")) {
                pools.keySet().forEach(name -> LabClient.virsh(host, "pool-undefine", name));
            }
        }
        LabClient.succeeded(config.run("pool-check", "shared", "--on", "kvm1,kvm2"));
    }

    /** All that is said of a pool that is not the same, in one line. */
    private static String check(String pool) {
        LabClient.Output output = config.run("pool-check", pool, "--on", "kvm1,kvm2");
        assertThat(output.exit()).isEqualTo(4);
        return LockHosts.flat(LockHosts.text(output));
    }

    @Test
    void guestsThatLibvirtCallsUnsafeAreMoved() {
        assertThat(guide("--check", "unsafe-migration", "kvm1/web1", "kvm2").exit())
                .isEqualTo(4);
        LabClient.succeeded(guide("--apply", "unsafe-migration", "kvm1/web1", "kvm2", "--yes"));
        assertThat(LabClient.state("kvm2", "web1")).startsWith("running");

        LabClient.Output db1 = guide("--dry-run", "unsafe-migration", "kvm1/db1", "kvm2");
        assertThat(db1.out()).contains("takes ext4 for local").contains("migrate --live --unsafe kvm1/db1 kvm2");
        LabClient.succeeded(guide("--apply", "unsafe-migration", "kvm1/db1", "kvm2", "--yes"));
        assertThat(LabClient.state("kvm2", "db1")).startsWith("running");
        assertThat(LabClient.state("kvm1", "db1")).startsWith("shut off");
    }

    private static LabClient.Output guide(String mode, String... words) {
        return config.run(words(with(words, mode)));
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new);
    }

    private static String[] words(String... guide) {
        return with(new String[] {"guide"}, guide);
    }

    /** The text of every file that a guide might change on both hosts, without what is kept of old ones. */
    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String host : List.of("kvm1", "kvm2")) {
            for (String under : List.of("etc/ganesha", "etc/hosts", "etc/libvirt/storage", "root/.ssh", "srv")) {
                try (Stream<Path> all = Files.walk(Lab.folder(host).resolve(under))) {
                    for (Path file : all.filter(Files::isRegularFile).toList()) {
                        if (!file.toString().contains(".vmsh-")) {
                            files.put(file.toString(), Files.readString(file));
                        }
                    }
                }
            }
        }
        return files;
    }
}
