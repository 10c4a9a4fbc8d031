package io.vmsh.hypervisor;

/** A network in a listing. */
public record NetworkSummary(String name, String uuid, boolean active, boolean autostart, boolean persistent) {}
