package io.vmsh.hypervisor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** {@code virStoragePoolType}: what keeps a pool's data. The bits are those of {@code virConnectListAllStoragePools}. */
public enum PoolType implements Bit {
    DIR(6),
    FS(7),
    NETFS(8),
    LOGICAL(9),
    DISK(10),
    ISCSI(11),
    ISCSI_DIRECT(19),
    SCSI(12),
    MPATH(13),
    RBD(14),
    SHEEPDOG(15),
    GLUSTER(16),
    ZFS(17),
    VSTORAGE(18);

    private final int shift;

    PoolType(int shift) {
        this.shift = shift;
    }

    /** libvirt's word for it, as in a pool's XML. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int bit() {
        return 1 << shift;
    }

    /** The type of libvirt's word. */
    public static Optional<PoolType> of(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label().equals(label))
                .findFirst();
    }

    /** All words, for completion. */
    public static String[] labels() {
        return Arrays.stream(values()).map(PoolType::label).toArray(String[]::new);
    }
}
