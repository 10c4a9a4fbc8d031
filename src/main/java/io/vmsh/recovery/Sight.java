package io.vmsh.recovery;

import java.util.List;
import java.util.Optional;

/**
 * What one host has of a guest.
 *
 * @param session its name
 * @param refusal why libvirt there does not answer; empty when it does
 * @param copy as libvirt there knows it; empty when it knows no such guest, or does not answer
 * @param processes numbers of the guest's QEMU processes on the host; empty when the host could not be asked
 * @param locked paths of the guest's disks whose locks the host holds
 */
public record Sight(
        String session, String refusal, Optional<Copy> copy, Optional<List<Integer>> processes, List<String> locked) {
    public Sight {
        processes = processes.map(List::copyOf);
        locked = List.copyOf(locked);
    }

    /** Whether libvirt answers. */
    public boolean answers() {
        return refusal.isEmpty();
    }

    /** Whether the guest may run there, and nobody can tell: neither libvirt nor the host itself answers. */
    boolean mayRun() {
        return !answers() && processes.isEmpty();
    }

    /** Whether a process of the guest runs there of which libvirt does not tell. */
    boolean stray() {
        return processes.filter(known -> !known.isEmpty()).isPresent()
                && copy.filter(Copy::active).isEmpty();
    }

    Optional<Copy> active() {
        return copy.filter(Copy::active);
    }

    boolean defined() {
        return copy.filter(Copy::defined).isPresent();
    }
}
