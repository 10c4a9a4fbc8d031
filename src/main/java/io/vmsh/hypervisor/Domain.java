package io.vmsh.hypervisor;

/** A handle on one guest; what it hands out is good while it is open. Each method is one libvirt call unless it says otherwise. */
public interface Domain extends AutoCloseable {
    /** Its name; no call. */
    String name();

    /** Its UUID in canonical form; no call. */
    String uuid();

    /** Its id, -1 when inactive; no call. */
    int id();

    /** {@code virDomainGetInfo}. */
    DomainInfo info();

    /** Its basics: seven calls at the same time. */
    DomainDetails details();

    /** {@code virDomainGetState}. */
    DomainStatus status();

    /** Opens its first console ({@code virDomainOpenConsole}). */
    GuestConsole console();

    /** Starting and stopping it; no call. */
    DomainLife life();

    /** What it is made of; no call. */
    DomainDefinition definition();

    /** Its snapshots; no call. */
    Snapshots snapshots();

    /** What it is busy with; no call. */
    DomainJob job();

    /** Frees the handle. Never throws. */
    @Override
    void close();
}
