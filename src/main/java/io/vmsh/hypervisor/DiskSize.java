package io.vmsh.hypervisor;

/**
 * How large a guest's disk is, in bytes ({@code virDomainBlockInfo}).
 *
 * @param capacity what the guest sees
 * @param allocation highest place that was ever written to, or what it takes
 * @param physical size of the file or device
 */
public record DiskSize(long capacity, long allocation, long physical) {}
