package io.vmsh.hypervisor;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The storage pools of a hypervisor. Listings are in {@link NameOrder}. */
public interface Pools {
    /** Names and UUIDs in one call ({@code virConnectListAllStoragePools}). */
    List<ObjectName> names(PoolSelection selection);

    /** Pools with their states in three calls, however many there are. */
    List<PoolSummary> list(PoolSelection selection);

    /** Pools with states and sizes: three calls, and one a pool. */
    List<PoolDetails> details(PoolSelection selection);

    /**
     * Finds a pool by UUID if it looks like one, then by name.
     *
     * @throws HypervisorException with {@link ErrorCode#NO_STORAGE_POOL} when there is none
     */
    Pool find(String nameOrUuid);

    /** {@code virStoragePoolLookupByName}. */
    Pool findByName(String name);

    /** {@code virStoragePoolLookupByUUIDString}. */
    Pool findByUuid(String uuid);

    /**
     * Makes a persistent pool, or changes the definition of one ({@code virStoragePoolDefineXML}).
     *
     * @param validate whether to hold the XML against libvirt's schema first
     */
    Pool define(String xml, boolean validate);

    /** Starts a pool that is gone when it stops ({@code virStoragePoolCreateXML}). */
    Pool create(String xml, Set<PoolCreateFlag> flags);

    /**
     * What pools could be made of, as XML ({@code virConnectFindStoragePoolSources}).
     *
     * @param source XML that says where to look; null where the type needs none
     */
    String sources(String type, @Nullable String source);

    /** {@code virConnectGetStoragePoolCapabilities}, XML. */
    String capabilities();

    /**
     * Finds a volume of any active pool by its key, then by its path.
     *
     * @throws HypervisorException with {@link ErrorCode#NO_STORAGE_VOL} when there is none
     */
    Volume findVolume(String keyOrPath);

    /**
     * Tells of events ({@code virConnectStoragePoolEventRegisterAny}). The listener is called on libvirt's event thread: it
     * must return at once and call no hypervisor.
     *
     * @param pool the one pool to listen to; null for all
     * @throws HypervisorException when the driver has no such events
     */
    Subscription listen(PoolEventKind kind, @Nullable Pool pool, Consumer<PoolEvent> listener);
}
