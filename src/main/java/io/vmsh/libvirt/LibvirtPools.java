package io.vmsh.libvirt;

import static io.vmsh.libvirt.StorageApi.API;

import com.sun.jna.Pointer;
import io.vmsh.hypervisor.Bit;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.NameOrder;
import io.vmsh.hypervisor.ObjectName;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.PoolCreateFlag;
import io.vmsh.hypervisor.PoolDetails;
import io.vmsh.hypervisor.PoolEvent;
import io.vmsh.hypervisor.PoolEventKind;
import io.vmsh.hypervisor.PoolFilter;
import io.vmsh.hypervisor.PoolInfo;
import io.vmsh.hypervisor.PoolSelection;
import io.vmsh.hypervisor.PoolSummary;
import io.vmsh.hypervisor.Pools;
import io.vmsh.hypervisor.Subscription;
import io.vmsh.hypervisor.Volume;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;

/** Storage pools by libvirt's storage calls. */
final class LibvirtPools implements Pools {
    private static final Comparator<ObjectName> BY_NAME = NameOrder.by(ObjectName::name);

    private final ConnectionPointer connection;

    LibvirtPools(ConnectionPointer connection) {
        this.connection = connection;
    }

    @Override
    public List<ObjectName> names(PoolSelection selection) {
        try (Listing pools = listing(bits(selection))) {
            return pools.objects().stream()
                    .map(LibvirtPools::nameOf)
                    .sorted(BY_NAME)
                    .toList();
        }
    }

    @Override
    public List<PoolSummary> list(PoolSelection selection) {
        List<ObjectName> pools = names(selection);
        Set<String> active = uuidsAlso(selection, PoolFilter.ACTIVE, PoolFilter.INACTIVE);
        Set<String> autostarted = uuidsAlso(selection, PoolFilter.AUTOSTART, PoolFilter.NO_AUTOSTART);
        return pools.stream()
                .map(pool -> new PoolSummary(
                        pool.name(), pool.uuid(), active.contains(pool.uuid()), autostarted.contains(pool.uuid())))
                .toList();
    }

    @Override
    public List<PoolDetails> details(PoolSelection selection) {
        try (Listing pools = listing(bits(selection))) {
            Set<String> autostarted = uuidsAlso(selection, PoolFilter.AUTOSTART, PoolFilter.NO_AUTOSTART);
            Set<String> persistent = uuidsAlso(selection, PoolFilter.PERSISTENT, PoolFilter.TRANSIENT);
            return Together.each(pools.objects(), pool -> {
                        String uuid = LibvirtPool.uuidOf(pool);
                        return new PoolDetails(
                                LibvirtPool.nameOf(pool),
                                uuid,
                                autostarted.contains(uuid),
                                persistent.contains(uuid),
                                infoOrNull(pool));
                    })
                    .stream()
                    .sorted(NameOrder.by(PoolDetails::name))
                    .toList();
        }
    }

    @Override
    public Pool find(String nameOrUuid) {
        if (Library.mayBeUuid(nameOrUuid)) {
            Pointer pool = API.virStoragePoolLookupByUUIDString(connection, nameOrUuid);
            if (pool != null) {
                return new LibvirtPool(pool);
            }
        }
        return findByName(nameOrUuid);
    }

    @Override
    public Pool findByName(String name) {
        return new LibvirtPool(Failures.check(API.virStoragePoolLookupByName(connection, name)));
    }

    @Override
    public Pool findByUuid(String uuid) {
        return new LibvirtPool(Failures.check(API.virStoragePoolLookupByUUIDString(connection, uuid)));
    }

    @Override
    public Pool define(String xml, boolean validate) {
        int flags = validate ? StorageApi.VIR_STORAGE_POOL_DEFINE_VALIDATE : 0;
        return new LibvirtPool(Failures.check(API.virStoragePoolDefineXML(connection, xml, flags)));
    }

    @Override
    public Pool create(String xml, Set<PoolCreateFlag> flags) {
        return new LibvirtPool(Failures.check(API.virStoragePoolCreateXML(connection, xml, Bit.all(flags))));
    }

    @Override
    public String sources(String type, @Nullable String source) {
        return Library.take(Failures.check(API.virConnectFindStoragePoolSources(connection, type, source, 0)));
    }

    @Override
    public String capabilities() {
        return Library.take(Failures.check(API.virConnectGetStoragePoolCapabilities(connection, 0)));
    }

    @Override
    public Volume findVolume(String keyOrPath) {
        Pointer volume = API.virStorageVolLookupByKey(connection, keyOrPath);
        if (volume == null) {
            volume = API.virStorageVolLookupByPath(connection, keyOrPath);
        }
        return new LibvirtVolume(Failures.check(volume));
    }

    @Override
    public Subscription listen(PoolEventKind kind, @Nullable Pool pool, Consumer<PoolEvent> listener) {
        Pointer only = pool instanceof LibvirtPool ours ? ours.pointer() : null;
        return PoolEvents.subscribe(connection, kind, only, listener);
    }

    private Set<String> uuidsAlso(PoolSelection selection, PoolFilter has, PoolFilter lacks) {
        return Listing.uuids(this::listing, bits(selection), has, lacks, LibvirtPool::uuidOf);
    }

    private Listing listing(int flags) {
        return Listing.of(
                array -> API.virConnectListAllStoragePools(connection, array, flags), API::virStoragePoolFree);
    }

    private static int bits(PoolSelection selection) {
        return Bit.all(selection.filters()) | Bit.all(selection.types());
    }

    private static ObjectName nameOf(Pointer pool) {
        return new ObjectName(LibvirtPool.nameOf(pool), LibvirtPool.uuidOf(pool));
    }

    private static @Nullable PoolInfo infoOrNull(Pointer pool) {
        try {
            return LibvirtPool.infoOf(pool);
        } catch (HypervisorException gone) {
            return null;
        }
    }
}
