package io.vmsh.preflight;

import io.vmsh.hypervisor.Capabilities.GuestKind;
import io.vmsh.hypervisor.XmlElement;
import java.util.List;
import java.util.Optional;

/**
 * The guest that is to move, as the source host has it.
 *
 * @param xml its definition: the running one while it runs
 * @param cpu the element {@code cpu} of it
 * @param snapshots number that libvirt keeps records of
 * @param job whether it is busy with a job, and which
 */
public record Guest(
        String name,
        String uuid,
        boolean active,
        boolean persistent,
        XmlElement xml,
        Optional<String> cpu,
        int snapshots,
        Optional<String> job) {

    /** What runs it. */
    public GuestKind kind() {
        return new GuestKind(
                xml.text("devices/emulator").orElse(""),
                xml.attribute("os/type", "arch").orElse(""),
                xml.attribute("os/type", "machine").orElse(""),
                xml.attribute("type").orElse(""));
    }

    /** Its disks that have a medium. */
    public List<Disk> disks() {
        return xml.all("devices/disk").stream()
                .map(Disk::of)
                .filter(disk -> !disk.source().isEmpty())
                .toList();
    }

    /** Memory that it may have, bytes. */
    public long memory() {
        return xml.first("memory").map(Guest::bytes).orElse(0L);
    }

    /** Processors that it may have. */
    public int processors() {
        return xml.text("vcpu").map(Integer::parseInt).orElse(1);
    }

    private static long bytes(XmlElement size) {
        long number = Long.parseLong(size.text().strip());
        return switch (size.attribute("unit").orElse("KiB")) {
            case "b", "bytes" -> number;
            case "M", "MiB" -> number << 20;
            case "G", "GiB" -> number << 30;
            default -> number << 10;
        };
    }
}
