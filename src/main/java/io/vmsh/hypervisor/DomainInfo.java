package io.vmsh.hypervisor;

/**
 * {@code virDomainGetInfo}.
 *
 * @param maxMemoryKib most memory it may have, KiB
 * @param memoryKib memory it has, KiB
 * @param cpuTimeNanos CPU time used, nanoseconds
 */
public record DomainInfo(DomainState state, long maxMemoryKib, long memoryKib, int vcpus, long cpuTimeNanos) {}
