package io.vmsh.hypervisor;

import java.util.Set;

/**
 * Which pools to list.
 *
 * @param types those types; none means every type
 */
public record PoolSelection(Set<PoolFilter> filters, Set<PoolType> types) {
    public PoolSelection {
        filters = Set.copyOf(filters);
        types = Set.copyOf(types);
    }

    /** Every pool. */
    public static final PoolSelection ALL = new PoolSelection(Set.of(), Set.of());
}
