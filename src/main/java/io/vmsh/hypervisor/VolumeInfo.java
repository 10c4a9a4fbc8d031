package io.vmsh.hypervisor;

/**
 * {@code virStorageVolGetInfo}.
 *
 * @param capacity size that a guest sees, bytes
 * @param allocation what it takes in its pool, bytes
 */
public record VolumeInfo(VolumeType type, long capacity, long allocation) {}
