package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.command.Outcome;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.PoolCreateFlag;
import io.vmsh.libvirt.LibvirtConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That both hosts see the same storage, proved between real ones where libvirt does not look. */
@Timeout(120)
class StorageProofIT {
    private static final String NAMESAKE = "/var/lib/libvirt/images/local1.qcow2";
    private static final String NO_POOL = "/var/lib/libvirt/plain/deep";

    @BeforeAll
    static void guests() {
        LabClient.fresh();
        LabClient.succeeded(LabClient.virsh("kvm1", "start", "local1"));
        Lab.run("exec", "kvm2", "qemu-img", "create", "-q", "-f", "qcow2", NAMESAKE, "64M");
    }

    @AfterEach
    void nothingIsLeftBehind() {
        for (String host : new String[] {"kvm1", "kvm2"}) {
            assertThat(LabClient.run("scripts/lab", "exec", host, "find", "/var/lib/libvirt/", "-name", "vmsh-proof*")
                            .out())
                    .isEmpty();
            assertThat(LabClient.virsh(host, "pool-list", "--all", "--name").out())
                    .doesNotContain("vmsh-proof");
        }
    }

    @Test
    void oneFolderOnBothIsProvedAlthoughLibvirtTakesItForLocal() {
        ScriptedDialog refusing = new ScriptedDialog(false);
        Outcome.Failure refused = (Outcome.Failure) AtPrompt.run(refusing, "migrate --live --unsafe db1 kvm2");
        assertThat(refusing.said())
                .containsExactly(
                        "libvirt does not look at disks with --unsafe; vmsh did:",
                        "  disk vda, proved: a file that kvm1 made in /var/lib/libvirt/plain was seen there by kvm2");
        assertThat(refusing.questions()).containsExactly("Go on?");
        assertThat(refused.exitCode()).isEqualTo(4);
    }

    @Test
    void anotherFileOfThatNameIsDisprovedAndOnlyConsentMovesOntoIt() {
        ScriptedDialog refusing = new ScriptedDialog(false);
        AtPrompt.run(refusing, "migrate --live --unsafe local1 kvm2");
        assertThat(refusing.said())
                .contains("  disk vda, disproved: a file that kvm1 made in /var/lib/libvirt/images is not there for"
                        + " kvm2");
        assertThat(refusing.questions()).containsExactly("Try all the same?");
        assertThat(LabClient.state("kvm1", "local1")).startsWith("running");
    }

    /** The folders plain and shared are one, under two paths. */
    @Test
    void otherXmlTellsWhereTheDiskIsToBe() throws IOException {
        String definition =
                LabClient.virsh("kvm1", "dumpxml", "--migratable", "db1").out();
        Path xml = Files.createTempFile("db1", ".xml");
        try {
            Files.writeString(xml, definition.replace("/libvirt/plain/", "/libvirt/shared/"));
            assertThat(proofWith(xml))
                    .contains("  disk vda, proved: a file that kvm1 made in /var/lib/libvirt/plain was seen in"
                            + " /var/lib/libvirt/shared by kvm2");
            Files.writeString(xml, definition.replace("/libvirt/plain/", "/libvirt/images/"));
            assertThat(proofWith(xml))
                    .contains("  disk vda, disproved: a file that kvm1 made in /var/lib/libvirt/plain is not in"
                            + " /var/lib/libvirt/images for kvm2");
            Files.writeString(xml, definition.replace("/plain/db1.qcow2", "/plain/calm1.qcow2"));
            assertThat(proofWith(xml)).anyMatch(line -> line.matches("  disk vda, (disproved|not provable): .*"));
        } finally {
            Files.delete(xml);
        }
    }

    private static List<String> proofWith(Path xml) {
        ScriptedDialog refusing = new ScriptedDialog(false);
        AtPrompt.run(refusing, "migrate --live --unsafe --xml " + xml + " db1 kvm2");
        return refusing.said();
    }

    @Test
    void whatOnlyTheSourceOpensIsNotLookedAtAndThatIsSaid() {
        ScriptedDialog refusing = new ScriptedDialog(false);
        AtPrompt.run(refusing, "migrate --live --p2p --unsafe db1 qemu+tcp://nowhere.invalid/system");
        assertThat(refusing.said())
                .anyMatch(line -> line.startsWith("only kvm1 opens qemu+tcp://nowhere.invalid/system"));
    }

    @Test
    void controlCLeavesNothingBehindAndMovesNobody() throws Exception {
        AtomicReference<Outcome> outcome = new AtomicReference<>();
        Thread statement = Thread.ofPlatform()
                .start(() -> outcome.set(
                        AtPrompt.run(new ScriptedDialog(true), "migrate --offline --persistent local1 kvm2")));
        // The target never sees the file, so it is looked for more than once.
        while (statement.isAlive() && !isBeingProved()) {
            Thread.sleep(20);
        }
        statement.interrupt();
        statement.join();
        assertThat(((Outcome.Failure) outcome.get()).exitCode()).isEqualTo(130);
        assertThat(LabClient.state("kvm2", "local1")).isEmpty();
    }

    private static boolean isBeingProved() throws IOException {
        try (Stream<Path> files = Files.list(Lab.folder("kvm1").resolve("lib/images"))) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("vmsh-proof"));
        }
    }

    @Test
    void aScriptIsStoppedByOtherStorage() {
        LabClient.Output stopped = LabClient.script("migrate --offline --persistent local1 kvm2\necho not reached");
        assertThat(stopped.err())
                .contains("kvm2 has other storage: disk vda, disproved: a file that kvm1 made")
                .contains("--no-check");
        assertThat(stopped.out()).doesNotContain("not reached");
        assertThat(LabClient.state("kvm2", "local1")).isEmpty();
    }

    @Test
    void aFolderWithoutAPoolGetsOneForTheMoment() {
        Lab.run("exec", "kvm1", "mkdir", "-p", NO_POOL);
        withGuest(NO_POOL + "/made.qcow2", () -> {
            ScriptedDialog refusing = new ScriptedDialog(false);
            AtPrompt.run(refusing, "migrate --offline --persistent made kvm2");
            assertThat(refusing.said())
                    .contains("  disk vda, proved: a file that kvm1 made in %s was seen there by kvm2"
                            .formatted(NO_POOL));
        });
    }

    @Test
    void aFolderThatTheTargetCannotOpenIsNotProvable() {
        withGuest("/var/lib/libvirt/nowhere/made.qcow2", () -> {
            ScriptedDialog refusing = new ScriptedDialog(false);
            AtPrompt.run(refusing, "migrate --offline --persistent made kvm2");
            assertThat(refusing.said())
                    .anyMatch(line -> line.startsWith(
                            "  disk vda, not provable: no file can be made in /var/lib/libvirt/nowhere to compare: "));
        });
    }

    @Test
    void aPoolThatIsStoppedIsNoHindrance() {
        try (Hypervisor kvm2 = open("kvm2");
                Pool plain = kvm2.pools().findByName("plain")) {
            plain.stop();
            try {
                ScriptedDialog refusing = new ScriptedDialog(false);
                AtPrompt.run(refusing, "migrate --live --unsafe db1 kvm2");
                assertThat(refusing.said()).anyMatch(line -> line.startsWith("  disk vda, proved: "));
            } finally {
                plain.start(Set.<PoolCreateFlag>of());
            }
        }
    }

    private static void withGuest(String disk, Runnable test) {
        try (Hypervisor kvm1 = open("kvm1");
                Domain guest = kvm1.domains().define("""
                        <domain type='qemu'><name>made</name><memory>1024</memory><os><type>hvm</type></os>
                        <devices><disk type='file' device='disk'><driver name='qemu' type='qcow2'/>
                        <source file='%s'/><target dev='vda' bus='virtio'/></disk></devices></domain>
                        """.formatted(disk), false)) {
            try {
                test.run();
            } finally {
                guest.definition().undefine(Set.of());
            }
        }
    }

    private static Hypervisor open(String host) {
        return new LibvirtConnector().open(AtPrompt.request(host));
    }
}
