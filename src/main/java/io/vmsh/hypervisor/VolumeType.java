package io.vmsh.hypervisor;

import java.util.Locale;

/** {@code virStorageVolType}, in its order. */
public enum VolumeType {
    FILE,
    BLOCK,
    DIR,
    NETWORK,
    NETDIR,
    PLOOP,
    /** A number that libvirt had no name for when this was written. */
    UNKNOWN;

    private static final VolumeType[] VALUES = values();

    /** libvirt's word for it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of libvirt's number. */
    public static VolumeType of(int number) {
        return number >= 0 && number < VALUES.length ? VALUES[number] : UNKNOWN;
    }

    /** The type of libvirt's word, as in a volume's XML. */
    public static VolumeType of(String label) {
        for (VolumeType type : VALUES) {
            if (type.label().equals(label)) {
                return type;
            }
        }
        return UNKNOWN;
    }
}
