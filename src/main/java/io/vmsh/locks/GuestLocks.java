package io.vmsh.locks;

import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainFilter;
import io.vmsh.hypervisor.DomainState;
import io.vmsh.hypervisor.DomainSummary;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A guest and what libvirt locks of it.
 *
 * @param disks those that take a lock, and leases of its definition
 */
public record GuestLocks(String name, String uuid, DomainState state, List<LockedDisk> disks) {
    public GuestLocks {
        disks = List.copyOf(disks);
    }

    /** The guests of a host, running and not: one call, and one a guest. A guest that is gone meanwhile is left out. */
    public static List<GuestLocks> of(Hypervisor host) {
        return of(host, EnumSet.of(DomainFilter.ACTIVE, DomainFilter.INACTIVE));
    }

    /** Those that run. */
    public static List<GuestLocks> active(Hypervisor host) {
        return of(host, EnumSet.of(DomainFilter.ACTIVE));
    }

    private static List<GuestLocks> of(Hypervisor host, Set<DomainFilter> filters) {
        List<GuestLocks> guests = new ArrayList<>();
        for (DomainSummary guest : host.domains().list(filters)) {
            try (Domain domain = host.domains().find(guest.uuid())) {
                guests.add(of(domain, guest.state(), host));
            } catch (HypervisorException gone) {
                // It has ended since the listing.
            }
        }
        return List.copyOf(guests);
    }

    /** One guest, by its running definition while it runs. */
    public static GuestLocks of(Domain guest, DomainState state, Hypervisor host) {
        String xml = guest.definition().xml(Set.of());
        return new GuestLocks(
                guest.name(), guest.uuid(), state, LockedDisk.of(host.xmlQuery().tree(xml), host));
    }

    /** Whether QEMU has its disks open. */
    public boolean active() {
        return switch (state) {
            case RUNNING, BLOCKED, PAUSED, SHUTDOWN, CRASHED, PM_SUSPENDED -> true;
            case NO_STATE, SHUT_OFF -> false;
        };
    }

    /** Whether it should hold its locks: libvirt takes them when the processors start, and gives them up when they stop. */
    public boolean shouldHold() {
        return switch (state) {
            case RUNNING, BLOCKED, SHUTDOWN -> true;
            case PAUSED, CRASHED, PM_SUSPENDED, NO_STATE, SHUT_OFF -> false;
        };
    }
}
