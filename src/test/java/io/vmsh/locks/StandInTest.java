package io.vmsh.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.hypervisor.XmlElement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The guest that asks for another's locks and must be unable to do harm. */
class StandInTest {
    private static final XmlElement GUEST = element(
            "domain",
            Map.of("type", "qemu"),
            element(
                    "os",
                    Map.of(),
                    new XmlElement("type", Map.of("arch", "x86_64", "machine", "pc-q35-7.2"), List.of(), "hvm")),
            element(
                    "devices",
                    Map.of(),
                    new XmlElement("emulator", Map.of(), List.of(), "/usr/bin/qemu-system-x86_64")),
            element(
                    "seclabel",
                    Map.of("type", "dynamic", "model", "dac", "relabel", "yes"),
                    new XmlElement("label", Map.of(), List.of(), "+64055:+64055")));

    @Test
    void itsDisksAreRawItBootsFromNothingAndFilesKeepTheirLabels() {
        StandIn standIn = StandIn.of(
                GUEST,
                List.of(
                        new LockedDisk("vda", "/srv/a&b.qcow2", false, false),
                        new LockedDisk("vdb", "/dev/vg/data", false, false),
                        new LockedDisk("key", "/srv/lockd", false, true)));
        assertThat(standIn.xml())
                .contains("<name>" + standIn.name() + "</name>", "<uuid>" + standIn.uuid() + "</uuid>")
                .contains("machine='pc-q35-7.2'", "<boot dev='network'/>")
                .contains("<driver name='qemu' type='raw'/>", "<source file='/srv/a&amp;b.qcow2'/>")
                .contains("<source dev='/dev/vg/data'/>", "<target dev='vdb' bus='virtio'/>")
                .contains("<lockspace>lockd</lockspace>", "<key>key</key>", "<target path='/srv'/>")
                .contains("<seclabel type='static' model='dac' relabel='no'>", "<label>+64055:+64055</label>")
                .doesNotContain("qcow2'/>\n<", "<interface", "type='qcow2'");
    }

    private static XmlElement element(String name, Map<String, String> attributes, XmlElement... children) {
        return new XmlElement(name, attributes, List.of(children), "");
    }
}
