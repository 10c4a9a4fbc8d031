package io.vmsh.hypervisor;

/** The two lasting names of an object. */
public record ObjectName(String name, String uuid) {}
