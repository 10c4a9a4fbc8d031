package io.vmsh.hypervisor;

/** A guest in a listing; {@code id} is -1 while it is not active, {@code title} is empty when it was not asked for. */
public record DomainSummary(int id, String name, String uuid, DomainState state, String title) {
    public boolean active() {
        return id != -1;
    }
}
