package io.vmsh.hypervisor;

/** What tells a guest from others; {@code id} is -1 while it is not active. */
public record DomainName(int id, String name, String uuid) {
    public boolean active() {
        return id != -1;
    }
}
