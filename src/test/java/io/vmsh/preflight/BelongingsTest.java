package io.vmsh.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vmsh.preflight.GraphicsCheck.Screen;
import io.vmsh.preflight.SecretsCheck.Wanted;
import io.vmsh.probe.FileLook.Seen;
import io.vmsh.probe.Knock;
import io.vmsh.probe.PeerLook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a guest needs around it: secrets, screens, firmware; and what the hosts need to let it through. */
class BelongingsTest {
    @Nested
    class OfSecrets {
        @Test
        void allThatTheDefinitionNamesAreFound() {
            Guest guest = Samples.running("""
                    <disk type='network'><source protocol='rbd' name='a'><auth username='x'>
                      <secret type='ceph' usage='client.x'/></auth></source><target dev='vda'/></disk>
                    <disk type='file'><source file='/a'><encryption format='luks'>
                      <secret type='passphrase' uuid='u1'/></encryption></source><target dev='vdb'/></disk>
                    <tpm><backend type='emulator'><encryption secret='u2'/></backend></tpm>""");
            assertThat(SecretsCheck.wanted(guest.xml()))
                    .extracting(Wanted::what, Wanted::name)
                    .containsExactly(tuple("disk vda", "client.x"), tuple("disk vdb", "u1"), tuple("the TPM", "u2"));
        }

        @Test
        void oneThatTheTargetLacksBlocks() {
            Wanted wanted = new Wanted("disk vda", Optional.empty(), "u1");
            assertThat(judge(Map.of(wanted, true))).isEqualTo(Verdict.OK);
            assertThat(judge(Map.of(wanted, false))).isEqualTo(Verdict.BLOCKER);
        }

        private Verdict judge(Map<Wanted, Boolean> there) {
            return new SecretsCheck()
                    .judge(new SecretsCheck.Facts("kvm1", "kvm2", there))
                    .verdict();
        }
    }

    @Nested
    class OfScreens {
        @Test
        void anAddressOfTheSourceIsNoneOfTheTarget() {
            Screen bound = screen("<graphics type='vnc' port='5901' autoport='no'>"
                    + "<listen type='address' address='10.0.0.1'/></graphics>");
            assertThat(judge(bound, true, Map.of(5901, false))).isEqualTo(Verdict.BLOCKER);
            assertThat(judge(bound, false, Map.of(5901, false))).isEqualTo(Verdict.NOTICE);
        }

        @Test
        void aFixedPortMustBeFree() {
            Screen fixed = screen("<graphics type='vnc' port='5901' autoport='no'>"
                    + "<listen type='address' address='0.0.0.0'/></graphics>");
            assertThat(judge(fixed, true, Map.of(5901, false))).isEqualTo(Verdict.OK);
            assertThat(judge(fixed, true, Map.of(5901, true))).isEqualTo(Verdict.BLOCKER);
            assertThat(judge(fixed, true, Map.of())).isEqualTo(Verdict.UNKNOWN);
        }

        @Test
        void aPortThatLibvirtChoseIsNotFixed() {
            assertThat(screen("<graphics type='spice' port='5901' autoport='yes'/>")
                            .ports())
                    .isEmpty();
        }

        private Screen screen(String xml) {
            return Screen.of(Samples.xml(xml), true).orElseThrow();
        }

        private Verdict judge(Screen screen, boolean live, Map<Integer, Boolean> taken) {
            return new GraphicsCheck()
                    .judge(new GraphicsCheck.Facts(
                            "kvm2", live, List.of(screen), Optional.of(List.of("10.0.0.2")), taken))
                    .verdict();
        }
    }

    @Nested
    class OfFirmware {
        private static final String LOADER = "/usr/share/OVMF/OVMF_CODE.fd";

        @Test
        void theTargetNeedsTheSameFirmware() {
            assertThat(judge(true, Optional.of("1"), Optional.empty())).isEqualTo(Verdict.OK);
            assertThat(judge(true, Optional.empty(), Optional.empty())).isEqualTo(Verdict.BLOCKER);
            assertThat(judge(false, Optional.empty(), Optional.empty())).isEqualTo(Verdict.NOTICE);
        }

        @Test
        void anEmulatedTpmNeedsAnEmulator() {
            assertThat(judge(true, Optional.of("1"), Optional.of(true))).isEqualTo(Verdict.OK);
            assertThat(judge(true, Optional.of("1"), Optional.of(false))).isEqualTo(Verdict.BLOCKER);
            assertThat(judge(false, Optional.of("1"), Optional.of(true))).isEqualTo(Verdict.NOTICE);
        }

        private Verdict judge(boolean live, Optional<String> inode, Optional<Boolean> emulates) {
            return new FirmwareCheck()
                    .judge(new FirmwareCheck.Facts(
                            "kvm1",
                            "kvm2",
                            live,
                            Map.of(LOADER, "firmware"),
                            Optional.empty(),
                            emulates.map(any -> "emulator"),
                            emulates,
                            Map.of(LOADER, new Seen(Optional.empty(), inode, 0, LOADER))))
                    .verdict();
        }
    }

    @Nested
    class OfPeers {
        @Test
        void onlyWhatTheSourceTriedItselfIsSure() {
            assertThat(judge(Optional.of(new PeerLook(true, "virsh", "", true)), Optional.empty()))
                    .isEqualTo(Verdict.OK);
            assertThat(judge(Optional.of(new PeerLook(true, "ssh", "", true)), Optional.empty()))
                    .isEqualTo(Verdict.NOTICE);
            assertThat(judge(Optional.of(new PeerLook(false, "virsh", "refused", true)), Optional.empty()))
                    .isEqualTo(Verdict.BLOCKER);
            assertThat(judge(Optional.of(new PeerLook(false, "virsh", "refused", false)), Optional.empty()))
                    .isEqualTo(Verdict.UNKNOWN);
            assertThat(judge(Optional.empty(), Optional.of(Knock.OPEN))).isEqualTo(Verdict.UNKNOWN);
        }

        private Verdict judge(Optional<PeerLook> look, Optional<Knock> knock) {
            return new PeerCheck()
                    .judge(new PeerCheck.Facts(
                            "kvm1", "kvm2", true, "qemu+ssh://root@kvm2/system", look, knock, Optional.empty()))
                    .verdict();
        }
    }

    @Nested
    class OfEncryption {
        @Test
        void whoInsistsGetsIt() {
            assertThat(judge(Way.LIVE, Map.of(), List.of("kvm2"))).isEqualTo(Verdict.BLOCKER);
            assertThat(judge(Way.LIVE, Map.of(), List.of())).isEqualTo(Verdict.OK);
        }

        @Test
        void bothNeedTheirCertificates() {
            Way tls = Way.of(Way.Option.TLS);
            assertThat(judge(tls, Map.of("kvm1", List.of(), "kvm2", List.of()), List.of()))
                    .isEqualTo(Verdict.OK);
            assertThat(judge(
                            tls,
                            Map.of("kvm1", List.of(), "kvm2", List.of("/etc/pki/qemu/server-cert.pem")),
                            List.of()))
                    .isEqualTo(Verdict.BLOCKER);
            assertThat(judge(tls, Map.of("kvm1", List.of()), List.of())).isEqualTo(Verdict.UNKNOWN);
        }

        private Verdict judge(Way way, Map<String, List<String>> missing, List<String> insisting) {
            return new TlsCheck()
                    .judge(new TlsCheck.Facts("kvm1", "kvm2", way, missing, insisting))
                    .verdict();
        }
    }

    @Nested
    class OfRehearsals {
        @Test
        void whatLibvirtSaysBlocksAndSilenceDoesNot() {
            assertThat(judge(Optional.empty(), Optional.empty(), Optional.empty()))
                    .isEqualTo(Verdict.OK);
            assertThat(judge(Optional.empty(), Optional.of("domain is marked for auto destroy"), Optional.empty()))
                    .isEqualTo(Verdict.BLOCKER);
            assertThat(judge(Optional.empty(), Optional.empty(), Optional.of("read only")))
                    .isEqualTo(Verdict.UNKNOWN);
            assertThat(judge(Optional.of("a save, for 3 s"), Optional.empty(), Optional.empty()))
                    .isEqualTo(Verdict.UNKNOWN);
        }

        private Verdict judge(Optional<String> busy, Optional<String> refusal, Optional<String> silence) {
            return new RehearsalCheck()
                    .judge(new RehearsalCheck.Facts("kvm1", busy, refusal, silence))
                    .verdict();
        }
    }

    @Test
    void whatIsToBeUndoneIsUndoneOnce() {
        List<String> done = new ArrayList<>();
        Undo undo = new Undo(() -> done.add("undone"));
        undo.close();
        undo.close();
        assertThat(done).containsExactly("undone");
    }
}
