package io.vmsh.locks;

import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.Volume;
import io.vmsh.hypervisor.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something of a guest that libvirt locks: a disk that is written, or a lease that its definition names.
 *
 * @param target what the guest knows the disk by, such as {@code vda}; of a lease its key
 * @param path of a disk the literal text of its source, of a lease the folder that its key is in
 * @param shared whether others may have the same lock, which keeps out only those that want it alone
 * @param lease whether it is a lease of the definition
 */
public record LockedDisk(String target, String path, boolean shared, boolean lease) {
    /** What libvirt locks by path ({@code virDomainLockManagerAddImage}). */
    private static final Set<String> TYPES = Set.of("file", "block", "dir");

    private static final List<String> SOURCES = List.of("file", "dev", "dir");

    /**
     * All that a definition has of them: disks without a path, and those that are only read, are not locked.
     *
     * @param guest the definition's root element
     * @param host asked for the paths of volumes
     */
    public static List<LockedDisk> of(XmlElement guest, Hypervisor host) {
        List<LockedDisk> all = new ArrayList<>();
        for (XmlElement lease : guest.all("devices/lease")) {
            String folder = lease.attribute("target", "path").orElse("") + "/"
                    + lease.text("lockspace").orElse("");
            all.add(new LockedDisk(lease.text("key").orElse(""), folder, false, true));
        }
        for (XmlElement disk : guest.all("devices/disk")) {
            if (!disk.has("readonly")) {
                path(disk, host)
                        .ifPresent(path -> all.add(new LockedDisk(
                                disk.attribute("target", "dev").orElse("?"), path, disk.has("shareable"), false)));
            }
        }
        return List.copyOf(all);
    }

    private static Optional<String> path(XmlElement disk, Hypervisor host) {
        String type = disk.attribute("type").orElse("file");
        if (type.equals("volume")) {
            return volume(disk, host);
        }
        return TYPES.contains(type)
                ? SOURCES.stream()
                        .flatMap(name -> disk.attribute("source", name).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** libvirt locks a volume by the path that its pool gives it. */
    private static Optional<String> volume(XmlElement disk, Hypervisor host) {
        try (Pool pool =
                        host.pools().findByName(disk.attribute("source", "pool").orElse(""));
                Volume volume =
                        pool.findVolume(disk.attribute("source", "volume").orElse(""))) {
            return Optional.of(volume.path());
        } catch (HypervisorException gone) {
            return Optional.empty();
        }
    }
}
