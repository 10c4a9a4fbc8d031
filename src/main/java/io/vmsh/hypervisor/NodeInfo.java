package io.vmsh.hypervisor;

/**
 * {@code virNodeGetInfo}.
 *
 * @param model of the processors
 * @param memoryKib memory of the host, KiB
 * @param megahertz of the processors; 0 when unknown
 * @param sockets in each NUMA cell
 */
public record NodeInfo(
        String model, long memoryKib, int cpus, int megahertz, int cells, int sockets, int cores, int threads) {}
