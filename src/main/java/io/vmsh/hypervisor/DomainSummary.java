package io.vmsh.hypervisor;

/** A guest in a listing; {@code id} is -1 while it is not active. */
public record DomainSummary(int id, String name, String uuid, DomainState state) {
    public boolean active() {
        return id != -1;
    }
}
