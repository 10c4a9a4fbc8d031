package io.vmsh.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
    void loopbackAddressesAreKnown() {
        assertThat(Addresses.isLoopback("127.0.1.1")).isTrue();
        assertThat(Addresses.isLoopback("::1")).isTrue();
        assertThat(Addresses.isLoopback("10.78.0.2")).isFalse();
    }
}
