package io.vmsh.guide;

import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.PoolInfo;
import io.vmsh.hypervisor.Volume;
import io.vmsh.hypervisor.VolumeSummary;
import io.vmsh.hypervisor.XmlElement;
import io.vmsh.session.CannotConnectException;
import io.vmsh.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A pool as one host has it.
 *
 * @param problem why there is nothing to tell; empty when all is well
 * @param source host, folder, devices and name, as far as the type has them
 * @param capacity bytes
 */
public record PoolSide(
        String session, String problem, String type, String source, String target, boolean active, long capacity) {
    private static final Set<String> OF_FILES = Set.of("dir", "fs", "netfs", "gluster", "vstorage");

    /** Whether its volumes are files, so that one can be made for a moment. */
    boolean ofFiles() {
        return OF_FILES.contains(type);
    }

    /** Looks at it. */
    static PoolSide of(Session session, String name) {
        try {
            Hypervisor hypervisor = session.hypervisor();
            try (Pool pool = hypervisor.pools().find(name)) {
                XmlElement xml = hypervisor.xmlQuery().tree(pool.xml(false));
                boolean active = pool.active();
                if (active) {
                    pool.refresh();
                }
                PoolInfo info = pool.info();
                return new PoolSide(
                        session.name(),
                        active ? "" : "pool %s is not active".formatted(name),
                        xml.attribute("type").orElse(""),
                        source(xml),
                        xml.text("target/path").orElse(""),
                        active,
                        active ? info.capacity() : 0);
            }
        } catch (HypervisorException failure) {
            String problem = failure.code() == ErrorCode.NO_STORAGE_POOL
                    ? "there is no pool %s".formatted(name)
                    : failure.message();
            return unknown(session, problem);
        } catch (CannotConnectException away) {
            return unknown(session, away.reason().message());
        }
    }

    private static PoolSide unknown(Session session, String problem) {
        return new PoolSide(session.name(), problem, "", "", "", false, 0);
    }

    private static String source(XmlElement pool) {
        List<String> parts = new ArrayList<>();
        pool.all("source/host").forEach(host -> host.attribute("name").ifPresent(parts::add));
        pool.all("source/dir").forEach(dir -> dir.attribute("path").ifPresent(parts::add));
        pool.all("source/device").forEach(device -> device.attribute("path").ifPresent(parts::add));
        pool.text("source/name").ifPresent(parts::add);
        return String.join(":", parts);
    }

    /** libvirt's keys of the volumes, by name: serial numbers and UUIDs where the storage has such. */
    static Map<String, String> keys(Session session, String name) {
        Map<String, String> keys = new TreeMap<>();
        Hypervisor hypervisor = session.hypervisor();
        try (Pool pool = hypervisor.pools().find(name)) {
            for (VolumeSummary summary : pool.volumes()) {
                try (Volume volume = pool.findVolume(summary.name())) {
                    keys.put(
                            summary.name(),
                            hypervisor.xmlQuery().tree(volume.xml()).text("key").orElse(""));
                }
            }
        }
        return keys;
    }

    /** Makes a small volume. */
    static void make(Session session, String name, String volume, long bytes) {
        try (Pool pool = session.hypervisor().pools().find(name);
                Volume made = pool.createVolume(
                        "<volume><name>%s</name><capacity>%d</capacity><allocation>0</allocation></volume>"
                                .formatted(volume, bytes),
                        false)) {
            made.name();
        }
    }

    /** The size of a volume, looked for anew. */
    static Optional<Long> find(Session session, String name, String volume) {
        try (Pool pool = session.hypervisor().pools().find(name)) {
            pool.refresh();
            try (Volume found = pool.findVolume(volume)) {
                return Optional.of(found.info().capacity());
            }
        } catch (HypervisorException none) {
            if (none.code() == ErrorCode.NO_STORAGE_VOL) {
                return Optional.empty();
            }
            throw none;
        }
    }

    /** Takes a volume away again. */
    static void delete(Session session, String name, String volume) {
        try (Pool pool = session.hypervisor().pools().find(name);
                Volume found = pool.findVolume(volume)) {
            found.delete(false);
        }
    }
}
