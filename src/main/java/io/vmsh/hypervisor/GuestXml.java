package io.vmsh.hypervisor;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A guest's definition, read and edited; all of it is done here, without a call to a hypervisor. */
public interface GuestXml {
    /** Its disks, in the order of the definition. */
    List<GuestDisk> disks();

    /** Capabilities of QEMU that the definition takes away ({@code qemu:capabilities}). */
    Set<String> removedCapabilities();

    /**
     * The definition with another cache mode for one disk; all else stays as it is.
     *
     * @return empty when there is no disk of that target
     */
    Optional<String> withCache(String target, String mode);
}
