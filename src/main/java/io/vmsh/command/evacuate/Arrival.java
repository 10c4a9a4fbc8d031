package io.vmsh.command.evacuate;

import io.vmsh.evacuation.Plan.Move;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainDefinition;
import io.vmsh.hypervisor.DomainKey;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.session.CannotConnectException;
import io.vmsh.session.Session;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Does what libvirt leaves undone once a guest has moved. Doing it twice changes nothing. */
final class Arrival {
    private Arrival() {}

    /**
     * Has the guest start with its new host if it started with the old one, which no migration carries along; and removes
     * the definition from the source if the migration was cut off before it did so itself.
     *
     * @param failure what is to be said of a migration that failed or was cut off, and of which the guest arrived
     * @return what is worth knowing
     */
    static List<String> finish(Move move, Session source, Session target, Optional<String> failure) {
        List<String> remarks = new ArrayList<>();
        failure.ifPresent(remarks::add);
        if (!move.guest().persistent()) {
            remarks.add("transient: %s keeps nothing of it when it stops".formatted(target.name()));
            return List.copyOf(remarks);
        }
        if (move.guest().autostart()) {
            on(target, move, guest -> guest.life().setAutostart(true))
                    .ifPresent(
                            refusal -> remarks.add("it does not start with %s: %s".formatted(target.name(), refusal)));
        }
        if (failure.isPresent() && isKept(target, move)) {
            on(source, move, guest -> {
                        if (guest.id() < 0) {
                            guest.definition().undefine(EnumSet.noneOf(DomainDefinition.UndefineFlag.class));
                        }
                    })
                    .ifPresent(refusal ->
                            remarks.add("its definition is still on %s: %s".formatted(source.name(), refusal)));
        }
        return List.copyOf(remarks);
    }

    private static boolean isKept(Session session, Move move) {
        boolean[] kept = new boolean[1];
        return on(session, move, guest -> kept[0] = guest.definition().persistent())
                        .isEmpty()
                && kept[0];
    }

    private interface Deed {
        void on(Domain guest);
    }

    /** What kept it from being done; nothing when the guest is not there. */
    private static Optional<String> on(Session session, Move move, Deed deed) {
        try {
            Hypervisor host = session.hypervisor();
            Domain found;
            try {
                found = host.domains().find(move.guest().uuid(), EnumSet.of(DomainKey.UUID));
            } catch (HypervisorException absent) {
                return Optional.empty();
            }
            try (Domain guest = found) {
                deed.on(guest);
            }
            return Optional.empty();
        } catch (CannotConnectException refused) {
            return Optional.of(refused.reason().message());
        } catch (HypervisorException refused) {
            return Optional.of(refused.message());
        }
    }
}
