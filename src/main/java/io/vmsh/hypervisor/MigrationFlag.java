package io.vmsh.hypervisor;

/** {@code virDomainMigrateFlags}. */
public enum MigrationFlag implements Bit {
    LIVE(0),
    /** The source's daemon talks to the target's, instead of the client to both. */
    PEER2PEER(1),
    TUNNELLED(2),
    PERSIST_DEST(3),
    UNDEFINE_SOURCE(4),
    PAUSED(5),
    NON_SHARED_DISK(6),
    NON_SHARED_INC(7),
    CHANGE_PROTECTION(8),
    UNSAFE(9),
    OFFLINE(10),
    COMPRESSED(11),
    ABORT_ON_ERROR(12),
    AUTO_CONVERGE(13),
    RDMA_PIN_ALL(14),
    POSTCOPY(15),
    TLS(16),
    PARALLEL(17),
    NON_SHARED_SYNCHRONOUS_WRITES(18),
    POSTCOPY_RESUME(19),
    ZEROCOPY(20);

    private final int shift;

    MigrationFlag(int shift) {
        this.shift = shift;
    }

    @Override
    public int bit() {
        return 1 << shift;
    }
}
