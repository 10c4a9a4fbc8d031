package io.vmsh.hypervisor;

/**
 * {@code virStoragePoolGetInfo}.
 *
 * @param capacity size of the whole pool, bytes
 * @param allocation what its volumes take, bytes
 * @param available what is left, bytes
 */
public record PoolInfo(PoolState state, long capacity, long allocation, long available) {}
