package io.vmsh.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.guide.FirewalldZones.Bound;
import io.vmsh.guide.PacketChains.Chain;
import io.vmsh.probe.MemoryHost;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What firewall-cmd, nft and iptables print, and what follows from it. */
class FirewallRulesTest {
    @Test
    void aZoneIsThatOfTheSourceElseOfTheLinkElseTheUsualOne() {
        FirewalldZones zones = zones("""
                dmz
                  interfaces: virbr0
                internal
                  interfaces: eth1 eth2
                  sources: 10.1.0.0/16 192.0.2.7 ipset:office 52:54:00:00:00:01
                """);
        assertThat(zones.zone(Optional.of("10.1.9.9"), List.of("virbr0"))).isEqualTo("internal");
        assertThat(zones.zone(Optional.of("192.0.2.7"), List.of())).isEqualTo("internal");
        assertThat(zones.zone(Optional.of("10.2.0.1"), List.of("virbr0"))).isEqualTo("dmz");
        assertThat(zones.zone(Optional.empty(), List.of("eth2"))).isEqualTo("internal");
        assertThat(zones.zone(Optional.of("2001:db8::1"), List.of("eth0"))).isEqualTo("public");
    }

    @Test
    void newerFirewalldMarksTheUsualZone() {
        assertThat(FirewalldZones.bound("public (default)\n  interfaces: eth0\n  \n"))
                .containsExactly(Map.entry("public", new Bound(List.of("eth0"), List.of())));
        assertThat(zones("").zone(Optional.of("10.0.0.1"), List.of("eth0"))).isEqualTo("public");
    }

    private static FirewalldZones zones(String active) {
        return new FirewalldZones(new MemoryHost("one"), FirewalldZones.bound(active), "public");
    }

    @Test
    void chainsThatTurnAwayByOthersAreFound() {
        PacketChains chains = PacketChains.ofNft("""
                table ip filter {
                	chain away {
                		tcp dport 49152-49215 counter packets 0 bytes 0 reject
                	}

                	chain INPUT {
                		type filter hook input priority filter; policy accept;
                		counter packets 0 bytes 0 jump away
                	}
                	chain FORWARD {
                		type filter hook forward priority filter; policy drop;
                	}
                }
                table inet own {
                	chain in {
                		type filter hook input priority filter; policy drop;
                		ct state established,related accept
                	}
                	chain counts {
                		type filter hook input priority filter - 5; policy accept;
                		goto counts
                	}
                }
                table ip nat {
                }
                """);
        assertThat(chains.turningAway())
                .containsExactly(new Chain("ip", "filter", "INPUT"), new Chain("inet", "own", "in"));
    }

    @Test
    void iptablesTurnsAwayByPolicyByRuleAndByChain() {
        assertThat(PacketChains.ofIptables("-P INPUT DROP\n-P FORWARD ACCEPT\n").turningAway())
                .hasSize(1);
        assertThat(PacketChains.ofIptables("""
                        -P INPUT ACCEPT
                        -P FORWARD DROP
                        -N away
                        -A INPUT -j away
                        -A away -p tcp -m tcp --dport 49152:49215 -j REJECT --reject-with icmp-port-unreachable
                        """).turningAway()).hasSize(1);
        assertThat(PacketChains.ofIptables("-P INPUT ACCEPT\n-N away\n-A away -j DROP\n")
                        .turningAway())
                .isEmpty();
    }
}
