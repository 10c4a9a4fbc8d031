package io.vmsh.preflight;

import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.XmlElement;
import io.vmsh.libvirt.LibvirtConnector;
import io.vmsh.preflight.Finding.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Guests and disks to judge. */
final class Samples {
    static final String UUID = "766d7368-0000-4000-9000-000000000001";

    private Samples() {}

    static XmlElement xml(String text) {
        try (Hypervisor test = new LibvirtConnector()
                .open(new ConnectRequest(
                        "test:///default", false, ConnectRequest.KeepAlive.DEFAULT, ConnectRequest.Credentials.NONE))) {
            return test.xmlQuery().tree(text);
        }
    }

    /** A running guest with these devices. */
    static Guest running(String devices) {
        return guest(true, true, 0, Optional.empty(), devices);
    }

    static Guest guest(boolean active, boolean persistent, int snapshots, Optional<String> job, String devices) {
        return guest(active, persistent, snapshots, job, Standstill.NONE, devices);
    }

    static Guest guest(
            boolean active,
            boolean persistent,
            int snapshots,
            Optional<String> job,
            Standstill standstill,
            String devices) {
        return new Guest(
                "web1",
                UUID,
                active,
                persistent,
                xml("""
                        <domain type='kvm'>
                          <name>web1</name>
                          <memory unit='KiB'>2097152</memory>
                          <vcpu>2</vcpu>
                          <os><type arch='x86_64' machine='pc-q35-7.2'>hvm</type></os>
                          <devices>
                            <emulator>/usr/bin/qemu-system-x86_64</emulator>
                            %s
                          </devices>
                        </domain>""".formatted(devices)),
                Optional.empty(),
                snapshots,
                0,
                job,
                standstill,
                Map.of(),
                Map.of());
    }

    static Disk disk(String attributes, String content) {
        return Disk.of(xml("<disk %s>%s<target dev='vda'/></disk>".formatted(attributes, content)));
    }

    static Disk file(String path, String cache) {
        return disk(
                "type='file' device='disk'",
                "<driver name='qemu' type='qcow2' cache='%s'/><source file='%s'/>".formatted(cache, path));
    }

    static List<String> sentences(Finding finding) {
        return finding.evidence().stream().map(Evidence::sentence).toList();
    }

    static List<String> statements(Finding finding) {
        return finding.remedies().stream()
                .flatMap(remedy -> remedy.statements().stream())
                .toList();
    }
}
