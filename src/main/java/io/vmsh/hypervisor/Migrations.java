package io.vmsh.hypervisor;

/** Moves guests to other hosts. The first two calls return when the guest has moved, which may take hours. */
public interface Migrations {
    /**
     * Moves a guest; this process talks to both hosts, and the move is undone when it ends ({@code
     * virDomainMigrate3}).
     *
     * @param destination an open connection of the same kind, not read-only
     */
    void migrate(Domain guest, Hypervisor destination, MigrationRequest request);

    /**
     * Moves a guest; the source host talks to the other one, and goes on when this process ends ({@code
     * virDomainMigrateToURI3}).
     *
     * @param destinationUri libvirt URI of the other host as the source host reaches it
     */
    void migrateToUri(Domain guest, String destinationUri, MigrationRequest request);

    /**
     * Asks the source host all that it asks itself before a guest leaves: whether QEMU can migrate each device, whether
     * libvirt allows it in this state and with these disks. Nothing is sent and nothing changed. This is the first step of
     * every migration ({@code virDomainMigrateBegin3Params}, which libvirt exports for its own use).
     *
     * @throws HypervisorException with what stands against it; with {@link ErrorCode#NO_SUPPORT} where that cannot be asked
     */
    void rehearse(Domain guest, MigrationRequest request);

    /** Lets the guest run on the other host at once; memory follows ({@code virDomainMigrateStartPostCopy}). */
    void startPostCopy(Domain guest);

    /** How long the guest may stand still at the end, in milliseconds ({@code virDomainMigrateGetMaxDowntime}). */
    long maxDowntime(Domain guest);

    /** Sets that, also while the guest moves ({@code virDomainMigrateSetMaxDowntime}). */
    void setMaxDowntime(Domain guest, long millis);

    /** Bytes of cache for compressing memory that is sent again ({@code virDomainMigrateGetCompressionCache}). */
    long compressionCache(Domain guest);

    /** Sets that, also while the guest moves ({@code virDomainMigrateSetCompressionCache}). */
    void setCompressionCache(Domain guest, long bytes);

    /**
     * Most MiB that are sent in a second ({@code virDomainMigrateGetMaxSpeed}).
     *
     * @param postCopy of what follows the switch to post-copy
     */
    long maxSpeed(Domain guest, boolean postCopy);

    /** Sets that, also while the guest moves ({@code virDomainMigrateSetMaxSpeed}). */
    void setMaxSpeed(Domain guest, long mebibytes, boolean postCopy);
}
