package io.vmsh.evacuation;

import io.vmsh.hypervisor.DomainState;

/** Guests and hosts to plan with. */
final class Evacuees {
    static final long GIB = 1L << 30;

    private Evacuees() {}

    static Evacuee running(String name, long gib) {
        return guest(name, DomainState.RUNNING, gib);
    }

    static Evacuee off(String name, long gib) {
        return guest(name, DomainState.SHUT_OFF, gib);
    }

    private static Evacuee guest(String name, DomainState state, long gib) {
        return new Evacuee(name, "uuid of " + name, state, true, false, gib * GIB, 1);
    }

    static Room room(String host, long gib) {
        return new Room(host, gib * GIB, gib * GIB, 8, 0);
    }
}
