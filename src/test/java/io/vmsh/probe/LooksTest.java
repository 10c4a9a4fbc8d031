package io.vmsh.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What hosts print when they are asked to look. */
class LooksTest {
    @Test
    void devicesAreKnownByNamesThatTravel() {
        String text = """
                Welcome to kvm1
                =
                sectors 2048
                scsi 36001405a
                link wwn-0x6001405a
                link scsi-36001405a
                content 1b2c
                =
                """;
        Map<String, BlockLook.Seen> seen = BlockLook.parse(List.of("/dev/sdb", "/dev/gone"), text);
        assertThat(seen).containsOnlyKeys("/dev/sdb");
        BlockLook.Seen here = seen.get("/dev/sdb");
        assertThat(here.is(one("sectors 2048\nscsi 36001405a"))).contains(true);
        assertThat(here.is(one("sectors 2048\nscsi 36001405b"))).contains(false);
        assertThat(here.is(one("sectors 4096\nscsi 36001405a"))).contains(false);
        assertThat(here.is(one("sectors 2048\nlink wwn-0x6001405a"))).contains(true);
        assertThat(here.is(one("sectors 2048\nlink other"))).isEmpty();
        assertThat(here.is(one("sectors 2048\ncontent 1b2c"))).contains(true);
        assertThat(here.is(one("sectors 2048\nscsi 36001405b\ncontent 1b2c"))).contains(false);
        assertThat(here.sharedWith(one("scsi 36001405a"))).contains("SCSI id 36001405a");
    }

    private static BlockLook.Seen one(String lines) {
        return BlockLook.parse(List.of("/dev/x"), "=\n" + lines).get("/dev/x");
    }

    @Test
    void theKernelCountsWhatCannotBeReached() {
        assertThat(Unreachables.parse(List.of(
                        "Ip: Forwarding", "Ip: 1", "Icmp: InMsgs InErrors InDestUnreachs", "Icmp: 9 0 7", "Tcp: x")))
                .hasValue(7);
        assertThat(Unreachables.parse(List.of("Ip: Forwarding", "Ip: 1"))).isEmpty();
    }

    @Test
    void aNameWithoutAnAddressIsNotKnown() {
        assertThat(Addresses.parse(
                        Set.of("kvm1", "kvm9"),
                        "= kvm1\n10.0.0.1 STREAM kvm1\n10.0.0.1 DGRAM\nfe80::1 STREAM\n= kvm9\n"))
                .isEqualTo(Map.of("kvm1", List.of("10.0.0.1", "fe80::1"), "kvm9", List.of()));
    }

    @Test
    void aPeerSaysHowItWent() {
        assertThat(PeerLook.parse(new HostShell.Output(0, "0\nvirsh\nqemu+ssh://kvm2/system\n", "")))
                .contains(new PeerLook(true, "virsh", "", true));
        assertThat(PeerLook.parse(new HostShell.Output(
                        1,
                        "1000\nvirsh\n",
                        "error: failed to connect to the hypervisor\nerror: Cannot recv data: Permission denied\n")))
                .contains(new PeerLook(false, "virsh", "Cannot recv data: Permission denied", false));
        assertThat(PeerLook.parse(new HostShell.Output(124, "0\nssh\n", "")))
                .contains(new PeerLook(false, "ssh", "no answer within 7 seconds", true));
        assertThat(PeerLook.parse(new HostShell.Output(0, "0\nnothing\n", ""))).isEmpty();
    }
}
