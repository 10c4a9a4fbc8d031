package io.vmsh.preflight;

import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.Volume;
import io.vmsh.hypervisor.XmlText;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of a host as a storage pool: one that is there already, or one for the moment, which is taken away again with
 * nothing in the folder touched.
 */
final class ProbePool implements AutoCloseable {
    private static final Set<String> FOLDERS = Set.of("dir", "fs", "netfs");
    private static final long SIZE = 4096;

    private final String host;
    private final Pool pool;
    private final Optional<Undo> undo;

    private ProbePool(String host, Pool pool, Optional<Undo> undo) {
        this.host = host;
        this.pool = pool;
        this.undo = undo;
    }

    /**
     * Opens a folder.
     *
     * @param name for the pool, if one has to be made
     * @throws HypervisorException when the host lets nobody in
     */
    static ProbePool at(Side side, String folder, String name) {
        Hypervisor host = side.hypervisor();
        Optional<StorageSide.PoolSeen> there = StorageSide.pools(host).stream()
                .filter(pool -> pool.active() && pool.folder().equals(folder) && FOLDERS.contains(pool.type()))
                .findFirst();
        if (there.isPresent()) {
            return new ProbePool(
                    side.name(), host.pools().findByName(there.get().name()), Optional.empty());
        }
        Undo undo = new Undo(() -> stop(host, name));
        try {
            Pool made = host.pools().create(poolXml(name, folder), Set.of());
            return new ProbePool(side.name(), made, Optional.of(undo));
        } catch (RuntimeException failure) {
            undo.close();
            throw failure;
        }
    }

    private static String poolXml(String name, String folder) {
        return new XmlText()
                .open("pool", "type", "dir")
                .leaf("name", name)
                .open("target")
                // Spelled like this, it is not in the way of a pool of that folder that is stopped.
                .leaf("path", folder + "/.")
                .close()
                .close()
                .toString();
    }

    private static String volumeXml(String name) {
        return new XmlText()
                .open("volume")
                .leaf("name", name)
                .leaf("capacity", SIZE)
                .leaf("allocation", 0)
                .close()
                .toString();
    }

    private static void stop(Hypervisor host, String name) {
        try (Pool made = host.pools().findByName(name)) {
            made.stop();
        } catch (HypervisorException gone) {
            // It was never made, or the host has gone, and a pool of the moment with it.
        }
    }

    String host() {
        return host;
    }

    /**
     * Makes a small file, to be taken away by closing what is returned.
     *
     * @throws HypervisorException when nothing can be written here
     */
    Undo write(String file) {
        Undo taking = new Undo(() -> delete(file));
        try {
            pool.createVolume(volumeXml(file), false).close();
            return taking;
        } catch (RuntimeException failure) {
            taking.close();
            throw failure;
        }
    }

    private void delete(String file) {
        try (Volume made = pool.findVolume(file)) {
            made.delete(false);
        } catch (HypervisorException gone) {
            // It was never made, or the host has gone and cannot be asked.
        }
    }

    /** Looks into the folder anew for a file. */
    boolean sees(String file) {
        pool.refresh();
        return pool.volumeNames().contains(file);
    }

    @Override
    public void close() {
        undo.ifPresent(Undo::close);
        pool.close();
    }
}
