package io.vmsh.preflight;

import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.JobProgress;
import io.vmsh.hypervisor.XmlQuery;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Looks at the guest once, for all checks and targets. */
public final class GuestLook {
    private GuestLook() {}

    /** Asks the source host about a guest: about five calls. */
    public static Guest at(Hypervisor source, Domain guest) {
        XmlQuery query = source.xmlQuery();
        String xml = guest.definition().xml(Set.of());
        return new Guest(
                guest.name(),
                guest.uuid(),
                guest.id() >= 0,
                guest.definition().persistent(),
                query.tree(xml),
                query.select(xml, "/domain/cpu").stream().findFirst(),
                snapshots(guest),
                guest.id() >= 0 ? job(guest) : Optional.empty());
    }

    private static int snapshots(Domain guest) {
        return orWithout(() -> guest.definition().snapshots(true), 0);
    }

    private static Optional<String> job(Domain guest) {
        return orWithout(
                () -> {
                    JobProgress progress = guest.job().stats(Set.of());
                    return progress.type().running()
                            ? Optional.of(progress.operation().label().toLowerCase(Locale.ROOT))
                            : Optional.empty();
                },
                Optional.empty());
    }

    /** A driver that knows no such thing has none. */
    private static <T> T orWithout(Supplier<T> question, T none) {
        try {
            return question.get();
        } catch (HypervisorException failure) {
            if (failure.code() == ErrorCode.NO_SUPPORT || failure.code() == ErrorCode.OPERATION_INVALID) {
                return none;
            }
            throw failure;
        }
    }
}
