package io.vmsh.libvirt;

import static io.vmsh.libvirt.CapabilityApi.API;

import com.sun.jna.Memory;
import com.sun.jna.ptr.IntByReference;
import io.vmsh.hypervisor.Capabilities;
import java.util.LinkedHashMap;
import java.util.Map;
import org.libvirt.jna.ConnectionPointer;

/** What a host offers guests, by libvirt's calls. */
record LibvirtCapabilities(ConnectionPointer connection) implements Capabilities {
    /** {@code virNodeMemoryStats}: {@code char field[80]; unsigned long long value}. */
    private static final int STAT_NAME = 80;

    private static final int STAT = STAT_NAME + Long.BYTES;

    @Override
    public String ofGuests(GuestKind kind) {
        return Library.take(Failures.check(API.virConnectGetDomainCapabilities(
                connection, kind.emulator(), kind.arch(), kind.machine(), kind.acceleration(), 0)));
    }

    @Override
    public void requireCpu(GuestKind kind, String cpu) {
        Failures.check(API.virConnectCompareHypervisorCPU(
                connection,
                kind.emulator(),
                kind.arch(),
                kind.machine(),
                kind.acceleration(),
                cpu,
                CapabilityApi.VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE));
    }

    @Override
    public Map<String, Long> memory() {
        int all = CapabilityApi.VIR_NODE_MEMORY_STATS_ALL_CELLS;
        IntByReference count = new IntByReference();
        Failures.check(API.virNodeGetMemoryStats(connection, all, null, count, 0));
        Map<String, Long> stats = new LinkedHashMap<>();
        if (count.getValue() > 0) {
            try (Memory memory = new Memory((long) STAT * count.getValue())) {
                Failures.check(API.virNodeGetMemoryStats(connection, all, memory, count, 0));
                for (int i = 0; i < count.getValue(); i++) {
                    long at = (long) i * STAT;
                    stats.put(memory.getString(at, "UTF-8"), memory.getLong(at + STAT_NAME));
                }
            }
        }
        return stats;
    }

    @Override
    public long freePages(int pageKib) {
        long[] counts = new long[1];
        Failures.check(API.virNodeGetFreePages(connection, 1, new int[] {pageKib}, -1, 1, counts, 0));
        return counts[0];
    }
}
