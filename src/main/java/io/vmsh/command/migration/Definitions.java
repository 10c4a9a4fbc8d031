package io.vmsh.command.migration;

import io.vmsh.command.CommandFailure;
import io.vmsh.hypervisor.Domain;

/** What the commands here ask of a guest's definition. */
final class Definitions {
    private Definitions() {}

    /** Refuses a guest that is gone when it stops. */
    static void requirePersistent(Domain guest, String word) {
        if (!guest.definition().persistent()) {
            throw CommandFailure.of(
                    "%s has no definition that outlives it; 'persist %s' makes one of what runs now",
                    guest.name(), word);
        }
    }
}
