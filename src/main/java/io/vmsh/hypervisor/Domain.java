package io.vmsh.hypervisor;

/** A handle on one guest. Each method is one libvirt call unless it says otherwise. */
public interface Domain extends AutoCloseable {
    /** Its name; no call. */
    String name();

    /** Its UUID in canonical form; no call. */
    String uuid();

    /** Its id, -1 when inactive; no call. */
    int id();

    /** {@code virDomainGetInfo}. */
    DomainInfo info();

    /** What it is busy with; no call. */
    DomainJob job();

    /** Frees the handle. Never throws. */
    @Override
    void close();
}
