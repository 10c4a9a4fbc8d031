package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a guest is made of, and QEMU or libvirt cannot move while it runs. */
final class DeviceRules {
    /** Formats of which QEMU keeps parts in memory. */
    private static final Set<String> FIXED_FORMATS = Set.of("vmdk", "vdi", "vpc", "qcow");

    private DeviceRules() {}

    /** A block job is copying a disk. */
    static Optional<Advice> blockJob(MigrationFacts facts) {
        List<String> busy = targets(facts, disk -> disk.has("mirror"));
        if (facts.error() != ErrorCode.OPERATION_INVALID || busy.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "block-job",
                "a block job has a disk of %s".formatted(facts.guest()),
                List.of("disk %s is being copied or committed; while it is, its data is in two places"
                        .formatted(String.join(", ", busy))),
                List.of(
                        new Remedy(
                                "wait until the job has ended",
                                List.of(facts.again().toString()),
                                "virsh blockjob %s %s --info tells how far it is"
                                        .formatted(facts.address(), busy.getFirst())),
                        new Remedy(
                                "end it: virsh blockjob %s %s --pivot goes on with the copy, --abort without it"
                                        .formatted(facts.address(), busy.getFirst()),
                                List.of(),
                                "with --abort, what was copied is not used"))));
    }

    /** A disk forgets what is written to it. */
    static Optional<Advice> transientDisk(MigrationFacts facts) {
        List<String> forgetful = targets(facts, disk -> disk.has("transient"));
        if (facts.error() != ErrorCode.OPERATION_INVALID || forgetful.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "transient-disk",
                "disk %s of %s is transient".formatted(String.join(", ", forgetful), facts.guest()),
                List.of("what the guest writes to it is in a file of this run, which nothing moves"),
                List.of(
                        new Remedy(
                                "shut the guest off, and move its definition",
                                List.of("shutdown " + facts.address(), offline(facts)),
                                "what was written to that disk is forgotten, as at each end of the guest"),
                        new Remedy(
                                "take <transient/> out of the definition, and restart the guest cold",
                                List.of(),
                                "what was written to that disk is forgotten once, and kept from then on"))));
    }

    /** A disk is in a format that QEMU does not migrate. */
    static Optional<Advice> diskFormat(MigrationFacts facts) {
        List<String> fixed = targets(
                facts,
                disk -> !disk.has("readonly")
                        && FIXED_FORMATS.contains(
                                disk.attribute("driver", "type").orElse("raw")));
        if (facts.error() != ErrorCode.OPERATION_INVALID || fixed.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        for (XmlElement disk : facts.moving().xml().all("devices/disk")) {
            String target = disk.attribute("target", "dev").orElse("?");
            if (fixed.contains(target)) {
                lines.add("disk %s has the format %s, of which QEMU keeps parts in memory"
                        .formatted(target, disk.attribute("driver", "type").orElse("raw")));
            }
        }
        lines.add("qcow2 and raw can be moved");
        return Optional.of(new Advice(
                "disk-format",
                "QEMU cannot move a disk of %s while the guest runs: its format".formatted(facts.guest()),
                lines,
                List.of(
                        new Remedy(
                                "shut the guest off, and move its definition",
                                List.of("shutdown " + facts.address(), offline(facts)),
                                "the guest is down until it is started on %s".formatted(facts.destination())),
                        new Remedy(
                                "convert the disk while the guest is off: qemu-img convert -O qcow2, then name the new"
                                        + " file and format in its definition",
                                List.of(),
                                ""))));
    }

    /** A device belongs to its host. */
    static Optional<Advice> fixedDevice(MigrationFacts facts) {
        List<String> devices = fixedDevices(facts.moving().xml());
        if (facts.error() != ErrorCode.OPERATION_INVALID || devices.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "device-stays",
                "%s has a device that cannot move while the guest runs".formatted(facts.guest()),
                devices,
                List.of(
                        new Remedy(
                                "detach the device, migrate, and attach one of %s's".formatted(facts.destination()),
                                List.of(),
                                "virsh detach-device; not every device can be taken from a running guest"),
                        new Remedy(
                                "shut the guest off, and move its definition",
                                List.of("shutdown " + facts.address(), offline(facts)),
                                "the guest is down until it is started on %s, which must have such a device too"
                                        .formatted(facts.destination())))));
    }

    private static List<String> fixedDevices(XmlElement xml) {
        List<String> devices = new ArrayList<>();
        for (XmlElement device : xml.all("devices/hostdev")) {
            devices.add("a %s device of the host is passed through"
                    .formatted(device.attribute("type").orElse("?")));
        }
        for (XmlElement card : xml.all("devices/interface")) {
            String type = card.attribute("type").orElse("");
            if (type.equals("hostdev") || type.equals("vdpa")) {
                devices.add("network card %s is a device of the host"
                        .formatted(card.attribute("mac", "address").orElse("?")));
            }
        }
        for (XmlElement memory : xml.all("devices/shmem")) {
            if (memory.attribute("role").filter("master"::equals).isEmpty()) {
                devices.add("shared memory %s has the role peer; QEMU moves it with the role master only"
                        .formatted(memory.attribute("name").orElse("?")));
            }
        }
        for (XmlElement folder : xml.all("devices/filesystem")) {
            if (folder.attribute("driver", "type").filter("virtiofs"::equals).isPresent()) {
                devices.add("folder %s of the host is given by virtiofs"
                        .formatted(folder.attribute("source", "dir").orElse("?")));
            }
        }
        return devices;
    }

    private static List<String> targets(MigrationFacts facts, Predicate<XmlElement> is) {
        return facts.moving().xml().all("devices/disk").stream()
                .filter(is)
                .map(disk -> disk.attribute("target", "dev").orElse("?"))
                .toList();
    }

    private static String offline(MigrationFacts facts) {
        return facts.again()
                .without("live")
                .without("unsafe")
                .without("copy-storage-all")
                .without("copy-storage-inc")
                .with("offline")
                .with("persistent")
                .toString();
    }
}
