package io.vmsh.hypervisor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** {@code virStoragePoolEventID}. */
public enum PoolEventKind {
    /** A pool came, went, started or stopped. */
    LIFECYCLE(0),
    /** A pool looked for its volumes. */
    REFRESH(1);

    private final int number;

    PoolEventKind(int number) {
        this.number = number;
    }

    /** libvirt's number of the kind. */
    public int number() {
        return number;
    }

    /** virsh's word for it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of virsh's word. */
    public static Optional<PoolEventKind> of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }

    /** All words, for completion. */
    public static String[] labels() {
        return Arrays.stream(values()).map(PoolEventKind::label).toArray(String[]::new);
    }
}
