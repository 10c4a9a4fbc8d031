package io.vmsh.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.locks.HostLook.Daemon;
import io.vmsh.locks.HostLook.Told;
import org.junit.jupiter.api.Test;

/** Reading what a host tells about its locks. */
class HostLookTest {
    @Test
    void filesDaemonsAndLocksAreTakenApart() {
        Told told = HostLook.parse("""
                @file 170000000000 /etc/libvirt/qemu.conf
                |# locks
                |@process libvirtd 1 1
                |lock_manager = "lockd"
                @unreadable /etc/libvirt/qemu-lockd.conf
                @missing /etc/libvirt/qemu-sanlock.conf
                @process libvirtd 29 170000000100
                @process virtlockd 25 170000000000
                @program /usr/sbin/virtlockd
                @lock 5: POSIX  ADVISORY  WRITE 25 fe:00:1689868 0 0
                @lock 5: -> POSIX  ADVISORY  WRITE 26 fe:00:1689868 0 0
                @lock 22: OFDLCK ADVISORY  READ -1 fe:00:1689869 203 203
                """);
        assertThat(told.files().get(LockSettings.QEMU).mistake()).isPresent();
        assertThat(told.hypervisor()).hasValue(new Daemon("libvirtd", 29, 1_700_000_001_000L));
        assertThat(told.lockDaemon()).hasValue(new Daemon("virtlockd", 25, 1_700_000_000_000L));
        assertThat(told.unreadable()).containsExactly(LockSettings.LOCKD);
        assertThat(told.missing()).containsExactly(LockSettings.SANLOCK);
        assertThat(told.systemd()).isFalse();
        assertThat(told.installed()).isTrue();
        assertThat(told.locks().on("1689868", 25)).isPresent();
        assertThat(told.locks().on("1689868", 26)).isEmpty();
        assertThat(told.locks().onImage("1689869")).isTrue();
        assertThat(told.locks().onImage("1689868")).isFalse();
    }

    @Test
    void anUnreadableFileLeavesTheSettingsUnknown() {
        assertThat(HostLook.parse("@unreadable /etc/libvirt/qemu.conf\n").knowsSettings())
                .isFalse();
        assertThat(HostLook.parse("@missing /etc/libvirt/qemu.conf\n").knowsSettings())
                .isTrue();
        assertThat(HostLook.parse("""
                        @file 1 /etc/libvirt/qemu.conf
                        |lock_manager = "lockd"
                        @unreadable /etc/libvirt/qemu-lockd.conf
                        """).knowsSettings()).isFalse();
    }
}
