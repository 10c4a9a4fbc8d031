package io.vmsh.hypervisor;

/** {@code virConnectListAllNetworksFlags}; flags of one kind are alternatives, kinds are joined. */
public enum NetworkFilter implements Bit {
    INACTIVE(0),
    ACTIVE(1),
    PERSISTENT(2),
    TRANSIENT(3),
    AUTOSTART(4),
    NO_AUTOSTART(5);

    private final int shift;

    NetworkFilter(int shift) {
        this.shift = shift;
    }

    @Override
    public int bit() {
        return 1 << shift;
    }
}
