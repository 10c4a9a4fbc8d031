package io.vmsh.batch;

import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainState;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;

/**
 * What can be seen of a guest, also of one that is not there.
 *
 * @param busy whether something long is done with it, as a migration
 */
record GuestSight(String name, DomainState state, boolean active, boolean persistent, boolean busy) {
    static GuestSight of(Hypervisor host, String name) {
        try (Domain guest = host.domains().find(name)) {
            boolean active = guest.life().active();
            return new GuestSight(
                    name, guest.status().state(), active, guest.definition().persistent(), active && isBusy(guest));
        } catch (HypervisorException missing) {
            if (missing.code() == ErrorCode.NO_DOMAIN) {
                return new GuestSight(name, DomainState.NO_STATE, false, false, false);
            }
            throw missing;
        }
    }

    private static boolean isBusy(Domain guest) {
        try {
            return guest.job().info().type().running();
        } catch (HypervisorException unknown) {
            // The driver does not tell.
            return false;
        }
    }

    String describe() {
        if (active) {
            return state == DomainState.PAUSED ? "is paused" : "runs";
        }
        return persistent ? "is shut off" : "is not there";
    }
}
