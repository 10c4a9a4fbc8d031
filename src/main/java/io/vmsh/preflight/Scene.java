package io.vmsh.preflight;

import io.vmsh.spec.StatementText;

/**
 * A guest, where it is, where it might go, and how.
 *
 * @param arrival the guest as the target is to have it, which other XML may make different
 */
record Scene(Guest guest, Guest arrival, Way way, Side source, Side target) {
    /** The guest as statements name it. */
    String guestAddress() {
        return StatementText.quote(source.name() + "/" + guest.name());
    }
}
