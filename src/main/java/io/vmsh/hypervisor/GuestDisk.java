package io.vmsh.hypervisor;

import org.jspecify.annotations.Nullable;

/**
 * A disk as a guest's definition has it.
 *
 * @param target what the guest knows it by, such as {@code vda}
 * @param type libvirt's: {@code file}, {@code block}, {@code network}, {@code volume}, {@code nvme} …
 * @param source path, device or volume; null when there is no medium in it
 * @param cache its cache mode; null when left to the hypervisor
 */
public record GuestDisk(
        String target,
        String type,
        @Nullable String source,
        @Nullable String cache,
        boolean readOnly,
        boolean shareable) {

    /** Whether QEMU writes past the host's cache, so that another host sees what was written. */
    public boolean bypassesCache() {
        return "none".equals(cache) || "directsync".equals(cache);
    }
}
