package io.vmsh.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.probe.FileLook.Seen;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevicesCheckTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OK      | <interface type='network'><source network='default'/></interface>",
                "BLOCKER | <hostdev mode='subsystem' type='pci'/>",
                "BLOCKER | <hostdev mode='capabilities' type='storage'/>",
                "NOTICE  | <hostdev mode='subsystem' type='usb'/>",
                "OK      | <hostdev mode='subsystem' type='pci'><teaming type='transient'/></hostdev>",
                "BLOCKER | <interface type='hostdev'><mac address='52:54:00:00:00:01'/></interface>",
                "BLOCKER | <interface type='vdpa'/>",
                "BLOCKER | <shmem name='peer' role='peer'><model type='ivshmem-plain'/></shmem>",
                "OK      | <shmem name='boss' role='master'><model type='ivshmem-plain'/></shmem>",
                "BLOCKER | <shmem name='old' role='master'><model type='ivshmem'/></shmem>",
                "BLOCKER | <filesystem type='mount'><driver type='virtiofs'/><source dir='/srv'/></filesystem>",
                "NOTICE  | <filesystem type='mount'><source dir='/srv'/></filesystem>",
                "BLOCKER | <filesystem type='mount'><source dir='/gone'/></filesystem>",
                "UNKNOWN | <filesystem type='mount'><source dir='/unseen'/></filesystem>",
                "BLOCKER | <video><model type='virtio'><acceleration accel3d='yes'/></model></video>"
            })
    void devicesOfTheHostStayThere(Verdict verdict, String device) {
        DevicesCheck check = new DevicesCheck();
        Guest guest = Samples.running(device);
        assertThat(check.judge(facts(guest, true)).verdict()).isEqualTo(verdict);
        assertThat(check.judge(facts(guest, false)).verdict()).isEqualTo(Verdict.OK);
    }

    private static DevicesCheck.Facts facts(Guest guest, boolean live) {
        Seen there = new Seen(Optional.empty(), Optional.of("1"), 0, "/srv");
        Seen gone = new Seen(Optional.empty(), Optional.empty(), 0, "/gone");
        return new DevicesCheck.Facts(guest, live, "kvm2", Map.of("/srv", there, "/gone", gone));
    }
}
