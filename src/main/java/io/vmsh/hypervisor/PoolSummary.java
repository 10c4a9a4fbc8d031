package io.vmsh.hypervisor;

/** A pool in a listing. */
public record PoolSummary(String name, String uuid, boolean active, boolean autostart) {}
