package io.vmsh.locks;

import io.vmsh.hypervisor.XmlElement;
import io.vmsh.hypervisor.XmlText;
import java.util.List;
import java.util.UUID;

/**
 * A guest that asks for the locks of another one and can do no harm if it gets them: its disks are raw, so that QEMU reads
 * no format and repairs none, it boots from a network that it does not have, and files are not relabelled for it.
 *
 * @param name of its own
 * @param xml its definition, to be started without being kept
 */
public record StandIn(String name, String uuid, String xml) {
    private static final List<String> LABELLED = List.of("dac", "selinux");
    private static final int MEMORY_KIB = 64 << 10;
    private static final int LETTERS = 26;

    /**
     * One for a guest.
     *
     * @param guest the root of the running guest's definition
     * @param disks those whose locks it is to ask for
     */
    public static StandIn of(XmlElement guest, List<LockedDisk> disks) {
        String uuid = UUID.randomUUID().toString();
        String name = "vmsh-lock-test-" + uuid.substring(0, 8);
        XmlText xml = new XmlText()
                .open("domain", "type", guest.attribute("type").orElse("kvm"))
                .leaf("name", name)
                .leaf("uuid", uuid)
                .leaf("title", "asks for the locks of another guest, for a test")
                .leaf("memory", MEMORY_KIB)
                .leaf("vcpu", 1);
        guest.first("os/type")
                .ifPresent(type -> xml.open("os")
                        .leaf(
                                "type",
                                "hvm",
                                "arch",
                                type.attribute("arch").orElse(null),
                                "machine",
                                type.attribute("machine").orElse(null))
                        .empty("boot", "dev", "network")
                        .close());
        xml.open("devices");
        guest.text("devices/emulator").ifPresent(emulator -> xml.leaf("emulator", emulator));
        for (int i = 0; i < disks.size(); i++) {
            if (disks.get(i).lease()) {
                lease(xml, disks.get(i));
            } else {
                disk(xml, disks.get(i), "vd" + letters(i));
            }
        }
        xml.empty("controller", "type", "usb", "model", "none")
                .empty("memballoon", "model", "none")
                .close();
        labels(xml, guest);
        return new StandIn(name, uuid, xml.close().toString());
    }

    private static void disk(XmlText xml, LockedDisk disk, String target) {
        boolean block = disk.path().startsWith("/dev/");
        xml.open("disk", "type", block ? "block" : "file", "device", "disk")
                .empty("driver", "name", "qemu", "type", "raw")
                .empty("source", block ? "dev" : "file", disk.path())
                .empty("target", "dev", target, "bus", "virtio")
                .close();
    }

    private static String letters(int number) {
        String last = String.valueOf((char) ('a' + number % LETTERS));
        return number < LETTERS ? last : letters(number / LETTERS - 1) + last;
    }

    private static void lease(XmlText xml, LockedDisk lease) {
        int slash = lease.path().lastIndexOf('/');
        xml.open("lease")
                .leaf("lockspace", lease.path().substring(slash + 1))
                .leaf("key", lease.target())
                .empty("target", "path", lease.path().substring(0, Math.max(0, slash)))
                .close();
    }

    /** As the running guest, whose files must keep their owner. */
    private static void labels(XmlText xml, XmlElement guest) {
        for (XmlElement label : guest.all("seclabel")) {
            String model = label.attribute("model").orElse("");
            label.text("label")
                    .filter(_ -> LABELLED.contains(model))
                    .ifPresent(text -> xml.open("seclabel", "type", "static", "model", model, "relabel", "no")
                            .leaf("label", text)
                            .close());
        }
    }
}
