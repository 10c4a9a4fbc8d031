package io.vmsh.hypervisor;

import org.jspecify.annotations.Nullable;

/**
 * Something that befell a pool.
 *
 * @param pool its name
 * @param change what has become of it; null for events that are not {@link PoolEventKind#LIFECYCLE}
 */
public record PoolEvent(
        String pool, PoolEventKind kind, @Nullable Change change) {
    /** {@code virStoragePoolEventLifecycleType}, in its order. */
    public enum Change {
        DEFINED("Defined"),
        UNDEFINED("Undefined"),
        STARTED("Started"),
        STOPPED("Stopped"),
        CREATED("Created"),
        DELETED("Deleted"),
        /** A number that libvirt had no name for when this was written. */
        UNKNOWN("unknown");

        private static final Change[] VALUES = values();
        private final String label;

        Change(String label) {
            this.label = label;
        }

        /** virsh's word for it. */
        public String label() {
            return label;
        }

        /** The change of libvirt's number. */
        public static Change of(int number) {
            return number >= 0 && number < VALUES.length ? VALUES[number] : UNKNOWN;
        }
    }
}
