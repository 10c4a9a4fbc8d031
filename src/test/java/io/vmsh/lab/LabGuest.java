package io.vmsh.lab;

import java.util.ArrayList;
import java.util.List;

/** The XML of a guest that a test makes for itself. */
record LabGuest(String name, int mebibytes, List<String> devices, String more) {
    /** A guest of no more than firmware: it moves within a moment. */
    static LabGuest small(String name) {
        return new LabGuest(name, 32, List.of(), "");
    }

    /**
     * A guest that writes all of its memory over and over, by the disk that the lab's hot1 starts from; hot1 itself must be
     * off meanwhile.
     */
    static LabGuest busy(String name) {
        return new LabGuest(name, 128, List.of(), "").disk("/var/lib/libvirt/shared/hot1.qcow2", "qcow2");
    }

    LabGuest disk(String path, String format) {
        return device("""
                <disk type='file' device='disk'><driver name='qemu' type='%s' cache='none'/>
                <source file='%s'/><target dev='vda' bus='virtio'/></disk>""".formatted(format, path));
    }

    LabGuest device(String xml) {
        List<String> all = new ArrayList<>(devices);
        all.add(xml);
        return new LabGuest(name, mebibytes, List.copyOf(all), more);
    }

    /** With something outside of its devices, such as a title. */
    LabGuest with(String xml) {
        return new LabGuest(name, mebibytes, devices, more + xml);
    }

    String xml() {
        return """
                <domain type='qemu'>
                  <name>%s</name>
                  <uuid>766d7368-0000-4000-9000-0000000000%02x</uuid>%s
                  <memory unit='MiB'>%d</memory><vcpu>1</vcpu>
                  <os><type arch='x86_64' machine='pc'>hvm</type><boot dev='hd'/></os>
                  <features><acpi/></features>
                  <devices><emulator>/usr/bin/qemu-system-x86_64</emulator>%s</devices>
                </domain>
                """.formatted(
                        name, 128 + Math.floorMod(name.hashCode(), 128), more, mebibytes, String.join("\n", devices));
    }
}
