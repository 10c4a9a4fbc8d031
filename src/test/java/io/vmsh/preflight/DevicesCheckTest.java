package io.vmsh.preflight;

import static org.assertj.core.api.Assertions.assertThat;

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
                "NOTICE  | <tpm model='tpm-tis'><backend type='emulator'/></tpm>",
                "BLOCKER | <tpm model='tpm-tis'><backend type='passthrough'/></tpm>"
            })
    void devicesOfTheHostStayThere(Verdict verdict, String device) {
        DevicesCheck check = new DevicesCheck();
        Guest guest = Samples.running(device);
        assertThat(check.judge(new DevicesCheck.Facts(guest, true)).verdict()).isEqualTo(verdict);
        assertThat(check.judge(new DevicesCheck.Facts(guest, false)).verdict()).isEqualTo(Verdict.OK);
    }
}
