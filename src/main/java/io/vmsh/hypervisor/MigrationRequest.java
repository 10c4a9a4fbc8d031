package io.vmsh.hypervisor;

import java.util.List;
import java.util.Set;

/**
 * How a guest is to be moved: the flags and typed parameters of {@code virDomainMigrate3}.
 *
 * @param settings in the order given; a name may occur more than once, as {@code migrate_disks} does
 */
public record MigrationRequest(Set<MigrationFlag> flags, List<Setting> settings) {
    public MigrationRequest {
        flags = Set.copyOf(flags);
        settings = List.copyOf(settings);
    }

    /** One {@code VIR_MIGRATE_PARAM_…}; the name is libvirt's. */
    public sealed interface Setting {
        String name();

        record Text(String name, String value) implements Setting {}

        record Int(String name, int value) implements Setting {}

        /** 64 bits without sign. */
        record UnsignedLong(String name, long value) implements Setting {}
    }
}
