package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;

/** libvirt/libvirt-host.h and the parts of libvirt-domain.h that tell what a host offers guests. */
interface CapabilityApi extends com.sun.jna.Library {
    CapabilityApi API = Library.load(CapabilityApi.class);

    int VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE = 1;
    int VIR_NODE_MEMORY_STATS_ALL_CELLS = -1;

    @Nullable
    Pointer virConnectGetDomainCapabilities(
            ConnectionPointer connection, String emulator, String arch, String machine, String virtType, int flags);

    int virConnectCompareHypervisorCPU(
            ConnectionPointer connection,
            String emulator,
            String arch,
            String machine,
            String virtType,
            String cpu,
            int flags);

    int virNodeGetMemoryStats(
            ConnectionPointer connection, int cell, @Nullable Pointer stats, IntByReference count, int flags);

    int virNodeGetFreePages(
            ConnectionPointer connection, int sizes, int[] pageKib, int firstCell, int cells, long[] counts, int flags);
}
