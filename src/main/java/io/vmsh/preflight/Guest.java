package io.vmsh.preflight;

import io.vmsh.hypervisor.Capabilities.GuestKind;
import io.vmsh.hypervisor.DiskSize;
import io.vmsh.hypervisor.XmlElement;
import io.vmsh.hypervisor.XmlQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The guest that is to move, as the source host has it.
 *
 * @param xml its definition: the running one while it runs
 * @param cpu the element {@code cpu} of it
 * @param snapshots number that libvirt keeps records of
 * @param checkpoints number that libvirt keeps records of
 * @param job what holds it, so that a migration would have to wait or be refused
 * @param diskJobs what disks are busy with, by their targets
 * @param standstill whether it came paused and has not run since
 * @param sizes of its disks, by their targets, as far as libvirt tells them
 */
public record Guest(
        String name,
        String uuid,
        boolean active,
        boolean persistent,
        XmlElement xml,
        Optional<String> cpu,
        int snapshots,
        int checkpoints,
        Optional<String> job,
        Standstill standstill,
        Map<String, String> diskJobs,
        Map<String, DiskSize> sizes) {
    public Guest {
        diskJobs = Map.copyOf(diskJobs);
        sizes = Map.copyOf(sizes);
    }

    /**
     * The same guest as another definition makes it.
     *
     * @throws io.vmsh.hypervisor.HypervisorException when that is no XML
     */
    Guest as(String definition, XmlQuery query) {
        return new Guest(
                name,
                uuid,
                active,
                persistent,
                query.tree(definition),
                query.select(definition, "/domain/cpu").stream().findFirst(),
                snapshots,
                checkpoints,
                job,
                standstill,
                diskJobs,
                sizes);
    }

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
