package io.vmsh.hypervisor;

import org.jspecify.annotations.Nullable;

/**
 * A pool in a detailed listing.
 *
 * @param info null when the hypervisor could not tell, as for a pool that has just gone
 */
public record PoolDetails(
        String name,
        String uuid,
        boolean autostart,
        boolean persistent,
        @Nullable PoolInfo info) {}
