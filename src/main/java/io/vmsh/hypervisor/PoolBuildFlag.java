package io.vmsh.hypervisor;

/** {@code virStoragePoolBuildFlags}: what to do about data that is already where a pool is to be built. */
public enum PoolBuildFlag implements Bit {
    /** Refuse if there is any. */
    NO_OVERWRITE(4),
    /** Write over it. */
    OVERWRITE(8);

    private final int bit;

    PoolBuildFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
