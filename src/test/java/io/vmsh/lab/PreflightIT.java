package io.vmsh.lab;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.command.Outcome;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.Network;
import io.vmsh.libvirt.LibvirtConnector;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is found between two real hosts, seen from the lab's client by ssh. */
@Timeout(180)
class PreflightIT {
    @TempDir
    private static Path configuration;

    private static LabConfig config;

    @BeforeAll
    static void sessionsBySsh() {
        LabClient.fresh();
        config = LabConfig.of(configuration, """
                  kvm1: {uri: qemu+ssh://root@kvm1/system}
                  kvm2: {uri: qemu+ssh://root@kvm2/system, tags: [second]}
                  tcp1: {uri: qemu+tcp://kvm1/system}
                  tcp2: {uri: qemu+tcp://kvm2/system}
                """);
    }

    @AfterEach
    void bringBackWhatWasStopped() {
        Lab.run("undrop", "kvm2");
        Lab.run("up", "2");
    }

    @Test
    void aGuestOnSharedStorageMayGo() {
        Told output = vmsh("migrate-check", "kvm1/calm1", "--to", "@second");
        assertThat(output.text()).startsWith("calm1 to kvm2: ok\n").doesNotContain("unknown", "notice", "blocker");
        assertThat(output.exit()).isZero();
    }

    @Test
    void storageThatLibvirtTakesForLocalBlocks() {
        Told output = vmsh("migrate-check", "kvm1/db1", "--to", "kvm2");
        assertThat(output.text())
                .startsWith("db1 to kvm2: blocked\n")
                .containsPattern("\n storage +blocker +disk vda: libvirt takes \\S+ for local")
                .containsPattern("\n +ok +disk vda: /var/lib/libvirt/plain/db1.qcow2 is the same");
        assertThat(output.exit()).isEqualTo(4);
    }

    @Test
    void aFileThatOnlyOneHostHasBlocks() {
        Told output = vmsh("migrate-check", "kvm1/local1", "--to", "kvm2");
        assertThat(output.text()).containsPattern("\n storage +blocker +disk vda: kvm2 does not have");
        assertThat(output.exit()).isEqualTo(4);
    }

    @Test
    void aCacheModeThatKeepsWritesBlocksAndNothingElse() {
        Told output = vmsh("migrate-check", "kvm1/web1", "--to", "kvm2");
        assertThat(output.text())
                .containsPattern("\n cache +blocker ")
                .contains("disk-cache kvm1/web1 vda none\n")
                .doesNotContainPattern("\n (?!cache)\\w+ +blocker ");
        assertThat(output.exit()).isEqualTo(4);
    }

    @Test
    void anotherGuestOfThatNameBlocks() {
        try (Hypervisor kvm2 = open("kvm2");
                Domain namesake = kvm2.domains().define("""
                        <domain type='qemu'><name>calm1</name><memory>1024</memory>
                        <os><type>hvm</type></os></domain>
                        """, false)) {
            try {
                assertThat(vmsh("migrate-check", "kvm1/calm1", "--to", "kvm2").text())
                        .containsPattern("\n identity +blocker +kvm2 has another guest named calm1");
                assertThat(vmsh("migrate-check", "kvm1/calm1", "--to", "kvm2", "--dname", "calm2")
                                .text())
                        .containsPattern("\n identity +ok ");
            } finally {
                namesake.definition().undefine(Set.of());
            }
        }
    }

    @Test
    void portsThatSwallowWhatIsSentBlockUnlessItIsTunnelled() {
        Lab.run("drop", "kvm2", "49152-49215");
        assertThat(vmsh("migrate-check", "kvm1/calm1", "--to", "kvm2").text())
                .containsPattern("\n ports +blocker +kvm2:49152 \\(memory\\): nothing comes back to kvm1");
        assertThat(vmsh("migrate-check", "kvm1/calm1", "--to", "kvm2", "--tunnelled")
                        .text())
                .containsPattern("\n ports +ok ");
    }

    @Test
    void aNetworkThatIsNotActiveBlocks() {
        try (Hypervisor kvm2 = open("kvm2");
                Network network = kvm2.networks().find("default")) {
            network.stop();
            try {
                assertThat(vmsh("migrate-check", "kvm1/calm1", "--to", "kvm2").text())
                        .containsPattern("\n networks +blocker +network default is not active on kvm2")
                        .contains("net-start kvm2/default");
            } finally {
                network.start();
            }
        }
    }

    @Test
    void aTargetThatIsDownIsARowAndNothingAboutItIsOk() {
        Lab.run("stop", "kvm2", "libvirtd");
        Told output = vmsh("migrate-check", "kvm1/calm1", "--to", "kvm2");
        assertThat(output.text())
                .containsPattern("\n connection +blocker ")
                .containsPattern("\n storage +unknown ")
                .doesNotContainPattern("\n \\w+ +ok ");
        assertThat(output.exit()).isEqualTo(4);
        assertThat(vmsh("migrate-check", "kvm1/calm1", "--to", "kvm2,tcp1").text())
                .containsPattern("\n kvm2 +blocked +blocker: connection: ");
    }

    @Test
    void withoutAShellMuchIsUnknownAndNothingOfItOk() {
        Told output = vmsh("migrate-check", "tcp1/calm1", "--to", "tcp2");
        assertThat(output.text())
                .startsWith("calm1 to tcp2: unknown\n")
                .containsPattern("\n storage +unknown ")
                .containsPattern("\n clocks +unknown ")
                .containsPattern("\n locks +unknown ")
                .containsPattern("\n ports +notice ");
        assertThat(output.exit()).isZero();
    }

    @Test
    void aMigrationThatIsOnlyCheckedMovesNothing() {
        Told output = vmsh("migrate", "--live", "--check", "kvm1/calm1", "kvm2");
        assertThat(output.text()).startsWith("calm1 to kvm2: ok\n");
        assertThat(vmsh("domstate", "kvm1/calm1").text()).startsWith("running\n");
        Told refused = vmsh("migrate", "--live", "--check", "kvm1/db1", "kvm2");
        assertThat(refused.text()).endsWith("error: db1 cannot move to kvm2\n");
        assertThat(refused.exit()).isEqualTo(4);
        assertThat(vmsh("migrate", "--live", "--check", "--unsafe", "kvm1/db1", "kvm2")
                        .exit())
                .isZero();
    }

    @Test
    void atThePromptABlockerIsShownAndNothingMovesWithoutConsent() {
        ScriptedDialog refusing = new ScriptedDialog(false);
        Outcome.Failure refused = (Outcome.Failure) AtPrompt.run(refusing, "migrate --live web1 kvm2");
        assertThat(refusing.said()).anyMatch(line -> line.startsWith("  cache: disk vda: cache mode writeback"));
        assertThat(refusing.questions()).containsExactly("Try all the same?");
        assertThat(refused.exitCode()).isEqualTo(4);

        ScriptedDialog consenting = new ScriptedDialog(true);
        Outcome.Failure tried = (Outcome.Failure) AtPrompt.run(consenting, "migrate --live web1 kvm2");
        assertThat(consenting.questions()).hasSize(1);
        assertThat(requireNonNull(tried.problem().cause()).code()).isEqualTo(ErrorCode.MIGRATE_UNSAFE);

        ScriptedDialog unasked = new ScriptedDialog(false);
        Outcome.Failure unchecked = (Outcome.Failure) AtPrompt.run(unasked, "migrate --live --no-check web1 kvm2");
        assertThat(unasked.questions()).isEmpty();
        assertThat(requireNonNull(unchecked.problem().cause()).code()).isEqualTo(ErrorCode.MIGRATE_UNSAFE);
    }

    private static Hypervisor open(String host) {
        return new LibvirtConnector().open(AtPrompt.request(host));
    }

    /** What vmsh printed on the client with the sessions of this test, errors last, and its exit code. */
    private record Told(int exit, String text) {}

    private static Told vmsh(String... words) {
        String[] own = new String[words.length + 1];
        own[0] = "-q";
        System.arraycopy(words, 0, own, 1, words.length);
        LabClient.Output output = config.run(own);
        return new Told(output.exit(), output.out() + output.err());
    }
}
