package io.vmsh.hypervisor;

import java.util.Map;

/** What a host offers guests, beyond what {@link Node} tells. Each method is one libvirt call unless it says otherwise. */
public interface Capabilities {
    /**
     * What guests of one kind can have, as XML ({@code virConnectGetDomainCapabilities}).
     *
     * @throws HypervisorException when the host runs none of that kind: no such emulator, machine or acceleration
     */
    String ofGuests(GuestKind kind);

    /**
     * Whether the host can give a guest this processor ({@code virConnectCompareHypervisorCPU}).
     *
     * @param cpu the element {@code cpu} of the guest's definition
     * @throws HypervisorException with {@link ErrorCode#CPU_INCOMPATIBLE} when it cannot, and with what is missing
     */
    void requireCpu(GuestKind kind, String cpu);

    /** Memory of the whole host by libvirt's names, KiB: two calls ({@code virNodeGetMemoryStats}). */
    Map<String, Long> memory();

    /** Free huge pages of one size on all of the host ({@code virNodeGetFreePages}). */
    long freePages(int pageKib);

    /**
     * The kind of a guest.
     *
     * @param emulator path of the program that runs it
     * @param arch such as {@code x86_64}
     * @param machine such as {@code pc-q35-7.2}
     * @param acceleration {@code kvm}, {@code qemu} …
     */
    record GuestKind(String emulator, String arch, String machine, String acceleration) {}
}
