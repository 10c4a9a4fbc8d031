package io.vmsh.command.domain;

import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Value;

/** The argument that names a guest, by the states in which a command has a use for it. */
final class Guests {
    static final Arg<Address> ANY = named(Value.DOMAIN);
    static final Arg<Address> INACTIVE = named(Value.DOMAIN.in("inactive"));
    static final Arg<Address> ACTIVE = named(Value.DOMAIN.in("running", "paused"));

    private Guests() {}

    static Arg<Address> named(Value<Address> guests) {
        return Arg.of("domain", guests, "name, id or UUID of the guest");
    }
}
