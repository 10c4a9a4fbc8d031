package io.vmsh.hypervisor;

import org.jspecify.annotations.Nullable;

/**
 * A volume in a detailed listing.
 *
 * @param path null when the hypervisor could not tell
 * @param info null when the hypervisor could not tell
 */
public record VolumeDetails(
        String name, @Nullable String path, @Nullable VolumeInfo info) {}
