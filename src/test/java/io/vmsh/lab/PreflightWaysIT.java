package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainLife.StartFlag;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.libvirt.LibvirtConnector;
import io.vmsh.preflight.Finding;
import io.vmsh.preflight.GuestLook;
import io.vmsh.preflight.Preflight;
import io.vmsh.preflight.Report;
import io.vmsh.preflight.Verdict;
import io.vmsh.preflight.Way;
import io.vmsh.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the options of a migration change about the checks, and what only the hosts themselves can tell. */
@Timeout(180)
class PreflightWaysIT {
    @TempDir
    private static Path folder;

    private static LabConfig config;

    @BeforeAll
    static void sessionsBySsh() {
        LabClient.fresh();
        config = LabConfig.of(folder, LabConfig.BY_SSH);
    }

    @AfterEach
    void bringBackWhatWasStopped() {
        Lab.run("undrop", "kvm2");
        Lab.run("up", "2");
    }

    @Test
    void aFirewallThatRejectsIsToldFromOneThatDrops() {
        LabClient.succeeded(LabClient.run(
                "scripts/lab",
                "exec",
                "kvm2",
                "nft",
                "add table inet vmsh_lab; add chain inet vmsh_lab input { type filter hook input priority -10; };"
                        + " add rule inet vmsh_lab input tcp dport 49152-49215 reject"));
        assertThat(check("kvm1/calm1", "--to", "kvm2"))
                .containsPattern("\n ports +blocker +kvm2:49152 \\(memory\\): a firewall rejects");
    }

    @Test
    void portsOfDisksAreTriedToo() {
        Lab.run("drop", "kvm2", "50000");
        assertThat(check("kvm1/calm1", "--to", "kvm2", "--copy-storage-all", "--disks-port", "50000"))
                .containsPattern("\n ports +blocker +kvm2:50000 \\(disks\\): nothing\\s+comes\\s+back");
    }

    @Test
    void aGuestThatEndsWithItsStarterDoesNotLeave() {
        try (Hypervisor kvm1 = open("kvm1");
                Domain guest = kvm1.domains().find("local1")) {
            guest.life().start(Set.of(StartFlag.AUTODESTROY), List.of());
            try {
                assertThat(check("kvm1/local1", "--to", "kvm2", "--copy-storage-all"))
                        .containsPattern("\n libvirt +blocker +libvirt on kvm1 does not let it go: [^\n]*");
            } finally {
                guest.life().destroy(Set.of());
            }
        }
    }

    @Test
    void theSourceHostTriesTheTargetByItself() {
        assertThat(check("kvm1/calm1", "--to", "kvm2", "--p2p"))
                .containsPattern("\n peer +ok +kvm1 opens qemu\\+ssh://root@kvm2/system by itself\n");
        LabClient.run("scripts/lab", "exec", "kvm1", "mv", "/root/.ssh/id_ed25519", "/root/.ssh/away");
        try {
            assertThat(check("kvm1/calm1", "--to", "kvm2", "--p2p"))
                    .containsPattern("\n peer +blocker +kvm1 does not get into qemu\\+ssh://root@kvm2/system:");
        } finally {
            LabClient.run("scripts/lab", "exec", "kvm1", "mv", "/root/.ssh/away", "/root/.ssh/id_ed25519");
        }
    }

    @Test
    void otherXmlIsWhatTheTargetIsAskedFor() throws IOException {
        Path xml = folder.resolve("calm1.xml");
        String definition =
                LabClient.virsh("kvm1", "dumpxml", "--migratable", "calm1").out();
        Files.writeString(xml, definition.replace("/var/lib/libvirt/shared/", "/var/lib/libvirt/cluster/"));
        assertThat(check("kvm1/calm1", "--to", "kvm2", "--xml", xml.toString()))
                .containsPattern("\n storage +ok +disk vda: /var/lib/libvirt/cluster/calm1.qcow2 is the same");
        Files.writeString(xml, definition.replace("/var/lib/libvirt/shared/", "/var/lib/libvirt/images/"));
        assertThat(check("kvm1/calm1", "--to", "kvm2", "--xml", xml.toString()))
                .containsPattern("\n storage +blocker +disk vda: kvm2 does not have");
    }

    @Test
    void optionsThatDoNotGoTogetherAreFoundBeforeLibvirtBegins() {
        assertThat(check("kvm1/calm1", "--to", "kvm2", "--tunnelled"))
                .containsPattern("\n options +blocker +--tunnelled works with --p2p only");
        assertThat(check("kvm1/calm1", "--to", "kvm2", "--listen-address", "127.0.0.1"))
                .containsPattern("\n names +blocker +kvm2 waits for memory on 127.0.0.1");
        assertThat(check("kvm1/calm1", "--to", "kvm2", "--undefinesource"))
                .containsPattern("\n guest +notice +--undefinesource without --persistent");
    }

    /** The server serves a time of its own, as faketime makes it. */
    @Test
    void aClockThatGoesWrongIsFoundByNtp() throws IOException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/sbin/chronyd")) && Files.isExecutable(Path.of("/usr/bin/faketime")),
                "a clock that is wrong takes chronyd and faketime");
        Process server = LabClient.process(
                        "scripts/lab",
                        "exec",
                        "kvm2",
                        "faketime",
                        "-f",
                        "+7s",
                        "/usr/sbin/chronyd",
                        "-x",
                        "-d",
                        "-u",
                        "root",
                        "local stratum 1",
                        "allow all",
                        "cmdport 0",
                        "pidfile /run/chronyd-of-the-test.pid")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String seen = "";
            for (int i = 0; i < 10 && !seen.contains("ahead of kvm1"); i++) {
                seen = check("kvm1/calm1", "--to", "kvm2", "--clock-limit", "3000");
            }
            assertThat(seen).containsPattern("\n clocks +notice +kvm2 is [67]\\d\\d\\d ms ahead of kvm1");
            assertThat(check("kvm1/calm1", "--to", "kvm2", "--clock-limit", "20000"))
                    .containsPattern("\n clocks +ok +kvm2 is [67]\\d\\d\\d ms ahead of kvm1");
        } finally {
            LabClient.run("scripts/lab", "exec", "kvm2", "sh", "-c", "kill $(cat /run/chronyd-of-the-test.pid)");
            server.destroy();
        }
    }

    /** Its libvirtd is stopped in its tracks, so that every check waits for it, and then killed. */
    @Test
    void aTargetThatDiesDuringTheChecksIsUnknownNotOk() throws Exception {
        LibvirtConnector connector = new LibvirtConnector();
        Session source = new Session("kvm1", AtPrompt.request("kvm1"), Set.of(), connector);
        Session target = new Session("kvm2", AtPrompt.request("kvm2"), Set.of(), connector);
        try (Domain calm1 = source.hypervisor().domains().find("calm1")) {
            target.open();
            signal("STOP");
            CompletableFuture<List<Report>> checked = CompletableFuture.supplyAsync(() -> {
                try {
                    return new Preflight()
                            .run(GuestLook.at(source.hypervisor(), calm1), Way.LIVE, source, List.of(target));
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            });
            Thread.sleep(1500);
            signal("KILL");
            Report report = checked.get().getFirst();
            assertThat(verdict(report, "connection")).isEqualTo(Verdict.BLOCKER);
            for (String check : List.of("identity", "storage", "networks", "versions", "cpu", "memory", "locks")) {
                assertThat(verdict(report, check)).as(check).isEqualTo(Verdict.UNKNOWN);
            }
        } finally {
            source.close();
            target.close();
        }
    }

    private static Verdict verdict(Report report, String check) {
        return report.findings().stream()
                .filter(finding -> finding.check().equals(check))
                .map(Finding::verdict)
                .findFirst()
                .orElseThrow();
    }

    private static void signal(String signal) {
        LabClient.succeeded(LabClient.run(
                "scripts/lab", "exec", "kvm2", "sh", "-c", "kill -%s $(cat /run/libvirtd.pid)".formatted(signal)));
    }

    private static Hypervisor open(String host) {
        return new LibvirtConnector().open(AtPrompt.request(host));
    }

    private static String check(String... words) {
        String[] own = new String[words.length + 2];
        own[0] = "-q";
        own[1] = "migrate-check";
        System.arraycopy(words, 0, own, 2, words.length);
        LabClient.Output output = config.run(own);
        return output.out() + output.err();
    }
}
