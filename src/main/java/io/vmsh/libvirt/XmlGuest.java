package io.vmsh.libvirt;

import io.vmsh.hypervisor.GuestDisk;
import io.vmsh.hypervisor.GuestXml;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A guest's definition as libvirt writes it. */
final class XmlGuest implements GuestXml {
    /** The attributes that name a source, whichever its type has; a network disk's name is what it exports. */
    private static final List<String> SOURCE_ATTRIBUTES = List.of("file", "dev", "dir", "volume", "name", "path");

    private final String xml;

    XmlGuest(String xml) {
        this.xml = xml;
    }

    @Override
    public List<GuestDisk> disks() {
        return XmlDocument.parse(xml).elements("devices/disk").stream()
                .map(XmlGuest::disk)
                .toList();
    }

    @Override
    public Set<String> removedCapabilities() {
        return XmlDocument.parse(xml).elements("qemu:capabilities/qemu:del").stream()
                .map(removed -> removed.getAttribute("capability"))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<String> withCache(String target, String mode) {
        XmlDocument document = XmlDocument.parse(xml);
        for (Element disk : document.elements("devices/disk")) {
            if (target.equals(attribute(disk, "target", "dev"))) {
                driver(disk).setAttribute("cache", mode);
                return Optional.of(document.toString());
            }
        }
        return Optional.empty();
    }

    private static GuestDisk disk(Element disk) {
        String target = attribute(disk, "target", "dev");
        return new GuestDisk(
                target == null ? "" : target,
                disk.getAttribute("type"),
                disk.getAttribute("device"),
                disk.getAttribute("type").equals("nvme") ? nvme(disk) : source(disk),
                attribute(disk, "source", "pool"),
                attribute(disk, "driver", "cache"),
                has(disk, "readonly"),
                has(disk, "shareable"));
    }

    private static @Nullable String source(Element disk) {
        for (String name : SOURCE_ATTRIBUTES) {
            String value = attribute(disk, "source", name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** The address of a controller on the host and what is used of it, in virsh's form. */
    private static @Nullable String nvme(Element disk) {
        String namespace = attribute(disk, "source", "namespace");
        return XmlDocument.elements(disk, "source/address").stream()
                .findFirst()
                .map(address -> "nvme://%04x:%02x:%02x.%d/%s"
                        .formatted(
                                number(address, "domain"),
                                number(address, "bus"),
                                number(address, "slot"),
                                number(address, "function"),
                                namespace))
                .orElse(null);
    }

    private static int number(Element address, String part) {
        return Integer.decode(address.getAttribute(part));
    }

    /** The disk's driver element, which is made where it is missing. */
    private static Element driver(Element disk) {
        List<Element> drivers = XmlDocument.elements(disk, "driver");
        if (!drivers.isEmpty()) {
            return drivers.getFirst();
        }
        Element driver = disk.getOwnerDocument().createElement("driver");
        disk.insertBefore(driver, disk.getFirstChild());
        return driver;
    }

    private static boolean has(Element disk, String element) {
        return !XmlDocument.elements(disk, element).isEmpty();
    }

    private static @Nullable String attribute(Element disk, String element, String name) {
        for (Element found : XmlDocument.elements(disk, element)) {
            if (found.hasAttribute(name)) {
                return found.getAttribute(name);
            }
        }
        return null;
    }
}
