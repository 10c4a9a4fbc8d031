package io.vmsh.hypervisor;

import org.jspecify.annotations.Nullable;

/**
 * A disk as a guest's definition has it.
 *
 * @param target what the guest knows it by, such as {@code vda}
 * @param type libvirt's: {@code file}, {@code block}, {@code network}, {@code volume}, {@code nvme} …
 * @param device {@code disk}, {@code cdrom}, {@code floppy} or {@code lun}
 * @param source path, device, address, volume or exported name; null when there is no medium in it
 * @param pool storage pool of a volume; null where there is none
 * @param cache its cache mode; null when left to the hypervisor
 */
public record GuestDisk(
        String target,
        String type,
        String device,
        @Nullable String source,
        @Nullable String pool,
        @Nullable String cache,
        boolean readOnly,
        boolean shareable) {

    /** Whether QEMU writes past the host's cache, so that another host sees what was written. */
    public boolean bypassesCache() {
        return "none".equals(cache) || "directsync".equals(cache);
    }
}
