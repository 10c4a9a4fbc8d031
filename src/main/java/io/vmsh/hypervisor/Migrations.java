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

    /** Lets the guest run on the other host at once; memory follows ({@code virDomainMigrateStartPostCopy}). */
    void startPostCopy(Domain guest);
}
