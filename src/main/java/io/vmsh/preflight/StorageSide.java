package io.vmsh.preflight;

import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.PoolSelection;
import io.vmsh.hypervisor.PoolSummary;
import io.vmsh.hypervisor.Volume;
import io.vmsh.hypervisor.XmlElement;
import io.vmsh.probe.BlockLook;
import io.vmsh.probe.FileLook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What one host knows of the places where the guest's disks are.
 *
 * @param pools all of them
 * @param volumes those that it knows, by {@link Disk#place} or path
 * @param files what a shell on the host sees, by path; empty where there is no shell
 * @param devices what a shell tells of block devices, by path
 */
record StorageSide(
        String name,
        List<PoolSeen> pools,
        Map<String, VolumeSeen> volumes,
        Map<String, FileLook.Seen> files,
        Map<String, BlockLook.Seen> devices) {

    /**
     * A pool.
     *
     * @param source where it comes from, as {@code host:folder} or device; empty for a plain folder
     * @param available bytes left
     */
    record PoolSeen(String name, boolean active, String type, String source, String folder, long available) {
        /** Whether its storage is on the network, the same for every host that names the same source. */
        boolean onNetwork() {
            return !source.isEmpty()
                    && Set.of("netfs", "iscsi", "iscsi-direct", "rbd", "gluster")
                            .contains(type);
        }
    }

    /**
     * A volume.
     *
     * @param key libvirt's: the path for files, a serial number or UUID where the storage has one
     * @param changed when its data or its properties changed last, with all digits; empty when not told
     * @param capacity size that a guest sees, bytes
     * @param allocation what it takes, bytes
     * @param backing path of the image below it
     */
    record VolumeSeen(
            String path,
            String pool,
            String key,
            Optional<String> changed,
            long capacity,
            long allocation,
            Optional<String> backing) {}

    /** Asks a host about disks and the images below them: three calls, three a pool and four a path. */
    static StorageSide look(Side side, List<Disk> disks) {
        Hypervisor host = side.hypervisor();
        Map<String, VolumeSeen> volumes = new HashMap<>();
        List<String> paths = new ArrayList<>();
        for (Disk disk : disks) {
            disk.pool()
                    .ifPresent(pool -> volume(() -> find(host, pool, disk.source()), host)
                            .ifPresent(seen -> volumes.put(disk.place(), seen)));
            paths.addAll(disk.paths());
        }
        for (String path : paths) {
            volume(() -> host.pools().findVolume(path), host).ifPresent(seen -> volumes.put(path, seen));
        }
        return new StorageSide(
                side.name(),
                side.once("pools", () -> pools(host)),
                volumes,
                side.files(paths),
                devices(side, disks, volumes));
    }

    private static Map<String, BlockLook.Seen> devices(Side side, List<Disk> disks, Map<String, VolumeSeen> volumes) {
        List<String> devices = Stream.concat(
                        disks.stream()
                                .filter(disk -> disk.type().equals("block"))
                                .map(Disk::source),
                        volumes.values().stream().map(VolumeSeen::path).filter(path -> path.startsWith("/dev/")))
                .distinct()
                .toList();
        return devices.isEmpty()
                ? Map.of()
                : side.once(
                        List.of("devices", devices),
                        () -> side.ask(shell -> BlockLook.at(shell, devices)).orElse(Map.of()));
    }

    /** All pools of a host. */
    static List<PoolSeen> pools(Hypervisor host) {
        List<PoolSeen> pools = new ArrayList<>();
        for (PoolSummary summary : host.pools().list(PoolSelection.ALL)) {
            try (Pool pool = host.pools().findByUuid(summary.uuid())) {
                XmlElement xml = host.xmlQuery().tree(pool.xml(false));
                pools.add(new PoolSeen(
                        summary.name(),
                        pool.info().state().hasSizes(),
                        xml.attribute("type").orElse(""),
                        sourceOf(xml),
                        xml.text("target/path").orElse(""),
                        pool.info().available()));
            } catch (HypervisorException gone) {
                if (gone.code() != ErrorCode.NO_STORAGE_POOL) {
                    throw gone;
                }
            }
        }
        return pools;
    }

    private static String sourceOf(XmlElement pool) {
        List<String> parts = new ArrayList<>();
        pool.attribute("source/host", "name").ifPresent(parts::add);
        pool.attribute("source/dir", "path").ifPresent(parts::add);
        pool.attribute("source/device", "path").ifPresent(parts::add);
        pool.text("source/name").ifPresent(parts::add);
        return String.join(":", parts);
    }

    private static Volume find(Hypervisor host, String pool, String volume) {
        try (Pool found = host.pools().findByName(pool)) {
            return found.findVolume(volume);
        }
    }

    private static Optional<VolumeSeen> volume(Supplier<Volume> lookup, Hypervisor host) {
        try (Volume volume = lookup.get()) {
            XmlElement xml = host.xmlQuery().tree(volume.xml());
            String path = xml.text("target/path").orElse("");
            return Optional.of(new VolumeSeen(
                    path,
                    volume.pool(),
                    xml.text("key").orElse(path),
                    xml.text("target/timestamps/ctime"),
                    Long.parseLong(xml.text("capacity").orElse("0")),
                    Long.parseLong(xml.text("allocation").orElse("0")),
                    xml.text("backingStore/path")));
        } catch (HypervisorException none) {
            return switch (none.code()) {
                // What a pool has listed may be gone since, and then it cannot be opened.
                case NO_STORAGE_VOL, NO_STORAGE_POOL, SYSTEM_ERROR, OPERATION_INVALID -> Optional.empty();
                default -> throw none;
            };
        }
    }

    /** Whether the host has the file, if it can tell. */
    Optional<Boolean> has(String path) {
        FileLook.Seen file = files.get(path);
        if (file != null) {
            return Optional.of(file.exists());
        }
        if (volumes.containsKey(path)) {
            return Optional.of(true);
        }
        // What a pool lists is what it saw when it looked last: a file that it does not list may be there all the same.
        return Optional.empty();
    }

    /** The pool whose folder this is. */
    Optional<PoolSeen> poolAt(String folder) {
        return pools.stream().filter(pool -> pool.folder().equals(folder)).findFirst();
    }

    Optional<PoolSeen> pool(String named) {
        return pools.stream().filter(pool -> pool.name().equals(named)).findFirst();
    }

    static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash > 0 ? path.substring(0, slash) : "/";
    }
}
