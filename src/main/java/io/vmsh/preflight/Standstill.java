package io.vmsh.preflight;

import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainJob.StatsFlag;
import io.vmsh.hypervisor.DomainState;
import io.vmsh.hypervisor.DomainStats;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.JobOperation;
import io.vmsh.hypervisor.StatsGroup;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a guest came paused and has stood still since. QEMU before 10.0 does not open the disks of such a guest, and
 * ends when it is to give them up once more ({@code bdrv_inactivate_recurse}): the guest is lost when it moves on.
 */
public enum Standstill {
    /** It has run, or its QEMU does not mind, or nothing tells. */
    NONE,
    /** It has not run in this QEMU; nothing tells whether it was started there or came. */
    POSSIBLE,
    /** It came, and has not run since. */
    SINCE_ARRIVAL;

    /** QEMU 10.0.0. */
    private static final long OPENS_DISKS = 10_000_000;

    /** Asks the host of a guest: one call, and up to four for one that is paused. */
    static Standstill of(Hypervisor host, Domain guest) {
        try {
            if (guest.status().state() != DomainState.PAUSED
                    || !host.node().type().equals("QEMU")
                    || host.node().hypervisorVersion() >= OPENS_DISKS
                    || !neverRan(host, guest)) {
                return NONE;
            }
        } catch (HypervisorException notTold) {
            return NONE;
        }
        return came(guest) ? SINCE_ARRIVAL : POSSIBLE;
    }

    /** The time that its processors have had. */
    private static boolean neverRan(Hypervisor host, Domain guest) {
        List<Long> times = host.domains().stats(List.of(guest.uuid()), Set.of(StatsGroup.VCPU), Set.of()).stream()
                .map(DomainStats::values)
                .flatMap(values -> values.entrySet().stream())
                .filter(value -> value.getKey().matches("vcpu\\.\\d+\\.time"))
                .map(value -> value.getValue() instanceof Number time ? time.longValue() : 1L)
                .toList();
        return !times.isEmpty() && times.stream().allMatch(time -> time == 0);
    }

    /** What it did last, which libvirt knows until it is started anew. */
    private static boolean came(Domain guest) {
        try {
            return guest.job()
                            .stats(EnumSet.of(StatsFlag.COMPLETED, StatsFlag.KEEP_COMPLETED))
                            .operation()
                    == JobOperation.MIGRATION_IN;
        } catch (HypervisorException none) {
            return false;
        }
    }
}
