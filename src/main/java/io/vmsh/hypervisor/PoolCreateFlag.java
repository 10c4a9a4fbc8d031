package io.vmsh.hypervisor;

/** {@code virStoragePoolCreateFlags}. */
public enum PoolCreateFlag implements Bit {
    /** Build it first. */
    WITH_BUILD(1),
    /** Build it first, writing over what is there. */
    WITH_BUILD_OVERWRITE(2),
    /** Build it first, unless there is data. */
    WITH_BUILD_NO_OVERWRITE(4);

    private final int bit;

    PoolCreateFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
