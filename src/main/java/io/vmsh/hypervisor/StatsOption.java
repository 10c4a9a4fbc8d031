package io.vmsh.hypervisor;

/** {@code virConnectGetAllDomainStatsFlags}: which guests, and how. Flags of one kind are alternatives. */
public enum StatsOption implements Bit {
    ACTIVE(1),
    INACTIVE(1 << 1),
    PERSISTENT(1 << 2),
    TRANSIENT(1 << 3),
    RUNNING(1 << 4),
    PAUSED(1 << 5),
    SHUTOFF(1 << 6),
    OTHER(1 << 7),
    /** Leave out what would have to be waited for. */
    NOWAIT(1 << 29),
    /** Images that disks are based on, too. */
    BACKING(1 << 30),
    /** Fail when a group is not known. */
    ENFORCE_STATS(1 << 31);

    private final int bit;

    StatsOption(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
