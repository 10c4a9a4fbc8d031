package io.vmsh.hypervisor;

/** {@code virConnectListAllDomainsFlags}; flags of one kind are alternatives, kinds are joined. */
public enum DomainFilter implements Bit {
    ACTIVE(0),
    INACTIVE(1),
    PERSISTENT(2),
    TRANSIENT(3),
    RUNNING(4),
    PAUSED(5),
    SHUTOFF(6),
    OTHER(7),
    MANAGEDSAVE(8),
    NO_MANAGEDSAVE(9),
    AUTOSTART(10),
    NO_AUTOSTART(11),
    HAS_SNAPSHOT(12),
    NO_SNAPSHOT(13),
    HAS_CHECKPOINT(14),
    NO_CHECKPOINT(15);

    private final int shift;

    DomainFilter(int shift) {
        this.shift = shift;
    }

    @Override
    public int bit() {
        return 1 << shift;
    }
}
