package io.vmsh.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import org.junit.jupiter.api.Test;

/** Reading what commands on a host print. */
class HostProbesTest {
    @Test
    void settingsAreReadFileByFile() {
        HostSettings settings = HostSettings.parse("""
                @ qemu.conf
                # lock_manager = "sanlock"
                lock_manager = "lockd"   # since spring
                migration_port_min = 50000

                @ qemu-lockd.conf
                @unreadable
                @ qemu-sanlock.conf
                """);
        assertThat(settings.get(HostSettings.QEMU, "lock_manager")).hasValue("lockd");
        assertThat(settings.get(HostSettings.QEMU, "migration_port_min")).hasValue("50000");
        assertThat(settings.knows(HostSettings.LOCKD)).isFalse();
        assertThat(settings.knows(HostSettings.SANLOCK)).isTrue();
    }

    @Test
    void aClockIsReadBetweenTwoLooksAtOurs() {
        assertThat(ClockOffset.ofDate("1700000000500", 1_700_000_000_000L, 1_700_000_000_200L))
                .hasValue(new ClockOffset(400, 100));
        assertThat(ClockOffset.ofDate("sh: date: not found", 0, 0)).isEmpty();
    }

    @Test
    void knocksAreReadByPort() {
        assertThat(KnockFrom.parse("49152 REFUSED\n49153 SILENT\n49215 NO_TOOLS\n"))
                .isEqualTo(Map.of(49152, Knock.REFUSED, 49153, Knock.SILENT));
    }

    @Test
    void aRefusalIsAFirewallsOnlyWhenEachOfThreeTriesIsCounted() {
        assertThat(refusal(List.of(Knock.REFUSED), 0, 0)).isEqualTo(Knock.REFUSED);
        assertThat(refusal(List.of(Knock.OPEN), 0, 1)).isEqualTo(Knock.OPEN);
        // What was counted came for somebody else.
        assertThat(refusal(List.of(Knock.REFUSED, Knock.REFUSED), 0, 2, 2, 2)).isEqualTo(Knock.REFUSED);
        assertThat(refusal(List.of(Knock.REFUSED, Knock.REFUSED, Knock.REFUSED), 0, 1, 1, 2, 5, 5))
                .isEqualTo(Knock.REFUSED);
        assertThat(refusal(List.of(Knock.REFUSED, Knock.REFUSED, Knock.REFUSED), 0, 1, 1, 2, 2, 4))
                .isEqualTo(Knock.REJECTED);
        assertThat(refusal(List.of(Knock.REFUSED, Knock.SILENT), 0, 1, 1, 2)).isEqualTo(Knock.SILENT);
    }

    @Test
    void whereNobodyCountsARefusalIsTheHosts() {
        assertThat(new Refusal(OptionalLong::empty).of(() -> Knock.REFUSED)).isEqualTo(Knock.REFUSED);
    }

    /** What is told of tries that end like this, while the count is read before and after each. */
    private static Knock refusal(List<Knock> tries, long... counts) {
        Iterator<Knock> next = tries.iterator();
        PrimitiveIterator.OfLong count = Arrays.stream(counts).iterator();
        Knock told = new Refusal(() -> OptionalLong.of(count.next()), List.of(0L, 0L)).of(next::next);
        assertThat(next).isExhausted();
        assertThat(count).isExhausted();
        return told;
    }

    @Test
    void loopbackAddressesAreKnown() {
        assertThat(Addresses.isLoopback("127.0.1.1")).isTrue();
        assertThat(Addresses.isLoopback("::1")).isTrue();
        assertThat(Addresses.isLoopback("10.78.0.2")).isFalse();
    }
}
