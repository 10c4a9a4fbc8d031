package io.vmsh.hypervisor;

import org.jspecify.annotations.Nullable;

/**
 * A volume in a listing.
 *
 * @param path null when the hypervisor could not tell
 */
public record VolumeSummary(String name, @Nullable String path) {}
