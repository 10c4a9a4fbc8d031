package io.vmsh.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.preflight.NetworksCheck.Card;
import io.vmsh.preflight.NetworksCheck.Net;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworksCheckTest {
    private static final Net NAT = new Net(true, "nat", Set.of());
    private static final Card PROD = new Card("52:54:00:00:00:01", "network", "prod", Optional.empty());
    private static final Card BRIDGE = new Card("52:54:00:00:00:01", "bridge", "br0", Optional.empty());

    @Test
    void cardsAreReadFromTheDefinition() {
        assertThat(
                        Card.of(
                                Samples.xml(
                                        "<interface type='bridge'><mac address='52:54:00:00:00:01'/><source bridge='br0'/></interface>")))
                .isEqualTo(BRIDGE);
        assertThat(Card.of(Samples.xml("<interface type='direct'><source dev='eth0' mode='bridge'/></interface>"))
                        .source())
                .isEqualTo("eth0");
    }

    /** As a running guest's card is told: its network is a bridge here, and may be another on the target. */
    @Test
    void aCardThatNamesItsNetworkIsNotTakenForItsBridge() {
        assertThat(Card.of(Samples.xml("<interface type='bridge'><mac address='52:54:00:00:00:01'/>"
                        + "<source network='prod' portid='p' bridge='br0'/></interface>")))
                .isEqualTo(PROD);
    }

    @Test
    void theSameNetworkOnBothIsFine() {
        assertThat(judge(PROD, Map.of("prod", NAT), Map.of("prod", NAT)).verdict())
                .isEqualTo(Verdict.OK);
    }

    @Test
    void aMissingNetworkBlocks() {
        assertThat(judge(PROD, Map.of("prod", NAT), Map.of()).verdict()).isEqualTo(Verdict.BLOCKER);
    }

    @Test
    void aStoppedNetworkBlocksAndCanBeStarted() {
        Finding finding = judge(PROD, Map.of("prod", NAT), Map.of("prod", new Net(false, "nat", Set.of())));
        assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKER);
        assertThat(Samples.statements(finding)).containsExactly("net-start kvm2/prod");
    }

    @Test
    void anotherConnectionToTheWorldIsNoticed() {
        assertThat(judge(PROD, Map.of("prod", NAT), Map.of("prod", new Net(true, "isolated", Set.of())))
                        .verdict())
                .isEqualTo(Verdict.NOTICE);
    }

    @Test
    void aMissingGroupOfPortsIsNoticed() {
        Card card = new Card("52:54:00:00:00:01", "network", "prod", Optional.of("blue"));
        assertThat(judge(card, Map.of("prod", NAT), Map.of("prod", NAT)).verdict())
                .isEqualTo(Verdict.NOTICE);
    }

    @Test
    void bridgesAreLookedForOnTheHost() {
        assertThat(bridged(Map.of("br0", true)).verdict()).isEqualTo(Verdict.OK);
        assertThat(bridged(Map.of("br0", false)).verdict()).isEqualTo(Verdict.BLOCKER);
        assertThat(bridged(Map.of()).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    private static Finding bridged(Map<String, Boolean> devices) {
        return new NetworksCheck()
                .judge(new NetworksCheck.Facts("kvm1", "kvm2", List.of(BRIDGE), Map.of(), Map.of(), devices));
    }

    private static Finding judge(Card card, Map<String, Net> here, Map<String, Net> there) {
        return new NetworksCheck().judge(new NetworksCheck.Facts("kvm1", "kvm2", List.of(card), here, there, Map.of()));
    }
}
