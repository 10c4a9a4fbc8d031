package io.vmsh.hypervisor;

/** What a word may name a guest by, in the order in which it is tried. */
public enum DomainKey {
    ID,
    UUID,
    NAME
}
