package io.vmsh.preflight;

import io.vmsh.spec.StatementText;

/** A guest, where it is, where it might go, and how. */
record Scene(Guest guest, Way way, Side source, Side target) {
    /** The guest as statements name it. */
    String guestAddress() {
        return StatementText.quote(source.name() + "/" + guest.name());
    }
}
