package io.vmsh.hypervisor;

import java.util.Collection;

/** A flag of a libvirt call; the constants of each enum carry libvirt's names and values. */
public interface Bit {
    /** The flag's bit in libvirt's headers. */
    int bit();

    /** The bits of all flags together. */
    static int all(Collection<? extends Bit> flags) {
        int bits = 0;
        for (Bit flag : flags) {
            bits |= flag.bit();
        }
        return bits;
    }
}
