package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.lab.LabClient.Output;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a destination lacks: libvirt's refusals are real, and each has its own explanation. */
@Timeout(120)
class DestinationLacksIT {
    @BeforeAll
    static void freshGuests() {
        LabClient.fresh();
    }

    @AfterEach
    void guestsGo() {
        Lab.run("reset");
    }

    private static void on(String host, String command) {
        Lab.run("exec", host, "sh", "-c", command);
    }

    private static Output explained(String script) {
        Output output = LabClient.script(script);
        LabClient.succeeded(output);
        return output;
    }

    @Test
    void poolsAndVolumes() {
        String pool = "pool-define-as fast dir --target /var/lib/libvirt/cluster";
        LabClient.succeeded(LabClient.script(pool + "\npool-start fast\n"));
        on("kvm1", "qemu-img create -q -f qcow2 /var/lib/libvirt/cluster/fast.qcow2 4M; virsh -q pool-refresh fast");
        SmallGuest.of("pooled")
                .with("<disk type='volume' device='disk'><driver name='qemu' type='qcow2' cache='none'/>"
                        + "<source pool='fast' volume='fast.qcow2'/><target dev='vda' bus='virtio'/></disk>")
                .start();
        explained("""
                expect-error pool-missing migrate --live pooled kvm2
                on kvm2 '%s'
                expect-error pool-inactive migrate --live pooled kvm2
                """.formatted(pool));
        on(
                "kvm2",
                "mv /var/lib/libvirt/cluster/fast.qcow2 /var/lib/libvirt/cluster/fast; virsh -q pool-start fast;"
                        + " mv /var/lib/libvirt/cluster/fast /var/lib/libvirt/cluster/fast.qcow2");
        explained("expect-error volume-missing migrate --live pooled kvm2\nfix 1 --yes\n");
        assertThat(LabClient.state("kvm2", "pooled")).startsWith("running");
        for (String host : new String[] {"kvm1", "kvm2"}) {
            on(host, "virsh -q destroy pooled 2>/dev/null; virsh -q pool-destroy fast; virsh -q pool-undefine fast");
        }
    }

    @Test
    void screensEmulatorAndMemory() {
        on(
                "kvm1",
                "mkdir -p /var/lib/libvirt/bin; printf '#!/bin/sh\\nexec /usr/bin/qemu-system-x86_64 \"$@\"\\n'"
                        + " > /var/lib/libvirt/bin/qemu; chmod +x /var/lib/libvirt/bin/qemu");
        SmallGuest.of("watched")
                .with("<graphics type='vnc' autoport='yes' listen='10.78.0.1'/>")
                .start();
        SmallGuest.of("fixed")
                .with("<graphics type='vnc' port='5999' autoport='no' listen='0.0.0.0'/>")
                .start();
        SmallGuest.of("other")
                .replacing("/usr/bin/qemu-system-x86_64", "/var/lib/libvirt/bin/qemu")
                .start();
        SmallGuest.of("large").memory(512).start();
        on("kvm2", "prlimit --pid $(cat /run/libvirtd.pid) --as=1400000000:");
        explained("expect-error memory-short migrate --live large kvm2");
        on("kvm2", "prlimit --pid $(cat /run/libvirtd.pid) --as=unlimited:");
        on(
                "kvm2",
                "nohup python3 -c 'import socket, time; s = socket.socket(); s.bind((\"\", 5999)); s.listen();"
                        + " time.sleep(60)' >/dev/null 2>&1 & sleep 1");
        explained("""
                expect-error graphics-address migrate --live watched kvm2
                expect-error graphics-port migrate --live fixed kvm2
                expect-error emulator-missing migrate --live other kvm2
                """);
    }
}
