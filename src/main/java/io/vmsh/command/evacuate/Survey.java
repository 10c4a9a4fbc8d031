package io.vmsh.command.evacuate;

import io.vmsh.evacuation.Evacuee;
import io.vmsh.evacuation.Fit;
import io.vmsh.evacuation.Room;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainFilter;
import io.vmsh.hypervisor.DomainKey;
import io.vmsh.hypervisor.DomainName;
import io.vmsh.hypervisor.DomainStats;
import io.vmsh.hypervisor.DomainSummary;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.NodeInfo;
import io.vmsh.hypervisor.StatsGroup;
import io.vmsh.hypervisor.StatsOption;
import io.vmsh.preflight.Finding;
import io.vmsh.preflight.Finding.Evidence;
import io.vmsh.preflight.Guest;
import io.vmsh.preflight.GuestLook;
import io.vmsh.preflight.GuestLook.Census;
import io.vmsh.preflight.Preflight;
import io.vmsh.preflight.Report;
import io.vmsh.preflight.Standstill;
import io.vmsh.preflight.Verdict;
import io.vmsh.preflight.Way;
import io.vmsh.session.CannotConnectException;
import io.vmsh.session.Session;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the guests of a host and at the places they might go to, before anything moves. A host as such is asked a
 * fixed number of questions; what has to be asked of each guest goes out for several guests at once.
 */
final class Survey {
    private static final int GUESTS_AT_ONCE = 8;
    /** Guests that are checked at once, times their targets: each such check has some threads of its own. */
    private static final int CHECKS_AT_ONCE = 12;

    private final Preflight preflight = new Preflight();
    private final Ways ways;
    private final Map<String, Map<String, Fit>> fits = new ConcurrentHashMap<>();
    private final Map<String, Standstill> standstills = new ConcurrentHashMap<>();

    Survey(Ways ways) {
        this.ways = ways;
    }

    /** A guest as the evacuation and as the checks know it. */
    private record Known(Evacuee evacuee, Guest guest, boolean saved) {}

    /** What could be found out about a guest of a listing: it may be gone by now, or libvirt does not get hold of it. */
    private sealed interface Look {
        record Found(Known known) implements Look {}

        record Gone() implements Look {}

        record Refused(Evacuee evacuee, String why) implements Look {}
    }

    /** What a target has to offer: four calls. */
    static Room room(Session target) {
        Hypervisor host = target.hypervisor();
        NodeInfo node = host.node().info();
        return new Room(target.name(), node.memoryKib() << 10, free(host, node), node.cpus(), promised(host));
    }

    /** Memory that is free or can be freed at once, bytes; all of it where the host does not tell. */
    private static long free(Hypervisor host, NodeInfo node) {
        try {
            Map<String, Long> memory = host.capabilities().memory();
            return (memory.getOrDefault("free", 0L)
                            + memory.getOrDefault("buffers", 0L)
                            + memory.getOrDefault("cached", 0L))
                    << 10;
        } catch (HypervisorException unknown) {
            if (unknown.code() == ErrorCode.NO_SUPPORT) {
                return node.memoryKib() << 10;
            }
            throw unknown;
        }
    }

    /** The processors of the guests that run there. */
    private static int promised(Hypervisor host) {
        try {
            return host.domains().stats(Set.of(StatsGroup.VCPU), Set.of(StatsOption.ACTIVE)).stream()
                    .map(DomainStats::values)
                    .mapToInt(values -> values.get("vcpu.current") instanceof Number number ? number.intValue() : 0)
                    .sum();
        } catch (HypervisorException unknown) {
            return 0;
        }
    }

    /**
     * Looks at the guests of a host, and checks each against the targets. Eight calls, about six for each guest, and for
     * each guest what the checks ask.
     *
     * @param wanted which of them
     */
    List<Evacuee> guests(Session from, Predicate<DomainSummary> wanted, List<Session> targets) {
        Hypervisor host = from.hypervisor();
        Set<String> autostart = uuids(host, DomainFilter.AUTOSTART);
        Set<String> saved = uuids(host, DomainFilter.MANAGEDSAVE);
        List<DomainSummary> summaries =
                host.domains().list(EnumSet.of(DomainFilter.ACTIVE, DomainFilter.INACTIVE)).stream()
                        .filter(wanted)
                        .toList();
        Optional<Census> census = Census.of(host);
        List<Look> looks =
                Threads.each(summaries, GUESTS_AT_ONCE, summary -> look(host, summary, census, autostart, saved));
        List<Known> guests = new ArrayList<>();
        List<Evacuee> evacuees = new ArrayList<>();
        for (Look look : looks) {
            switch (look) {
                case Look.Found(Known known) -> {
                    guests.add(known);
                    standstills.put(known.evacuee().uuid(), known.guest().standstill());
                    evacuees.add(known.evacuee());
                }
                case Look.Refused(Evacuee evacuee, String why) -> {
                    targets.forEach(target -> refuse(evacuee, target, why));
                    evacuees.add(evacuee);
                }
                case Look.Gone _ -> {}
            }
        }
        expect(from, targets, guests);
        Threads.each(guests, Math.max(1, CHECKS_AT_ONCE / Math.max(1, targets.size())), guest -> {
            check(guest, from, targets);
            return guest;
        });
        return List.copyOf(evacuees);
    }

    private void refuse(Evacuee guest, Session target, String why) {
        fits.computeIfAbsent(guest.uuid(), uuid -> new ConcurrentHashMap<>()).put(target.name(), Fit.refused(why));
    }

    /** Whether a guest has stood still since it came. */
    Standstill standstill(Evacuee guest) {
        return standstills.getOrDefault(guest.uuid(), Standstill.NONE);
    }

    /** What the checks said. */
    Fit fit(Evacuee guest, String host) {
        return fits.getOrDefault(guest.uuid(), Map.of()).getOrDefault(host, Fit.refused("it was not looked at"));
    }

    private static Set<String> uuids(Hypervisor host, DomainFilter filter) {
        return host.domains().names(EnumSet.of(filter)).stream()
                .map(DomainName::uuid)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Looks at one guest. One that libvirt does not get hold of, such as what a daemon left behind that was killed while
     * the guest came in, stays, and keeps no other from leaving.
     */
    private static Look look(
            Hypervisor host, DomainSummary summary, Optional<Census> census, Set<String> autostart, Set<String> saved) {
        try (Domain domain = host.domains().find(summary.uuid(), EnumSet.of(DomainKey.UUID))) {
            Guest guest = GuestLook.at(host, domain, census);
            Evacuee evacuee = new Evacuee(
                    guest.name(),
                    guest.uuid(),
                    summary.state(),
                    guest.persistent(),
                    autostart.contains(guest.uuid()),
                    guest.memory(),
                    guest.processors());
            return new Look.Found(new Known(evacuee, guest, saved.contains(guest.uuid())));
        } catch (HypervisorException refused) {
            if (refused.code() == ErrorCode.NO_DOMAIN) {
                return new Look.Gone();
            }
            if (!host.alive()) {
                throw refused;
            }
            Evacuee evacuee = new Evacuee(
                    summary.name(), summary.uuid(), summary.state(), true, autostart.contains(summary.uuid()), 0, 0);
            return new Look.Refused(
                    evacuee,
                    "libvirt does not get hold of it: %s; 'migrate-recover' tells more".formatted(refused.message()));
        }
    }

    private void expect(Session from, List<Session> targets, List<Known> guests) {
        List<Session> hosts = new ArrayList<>(targets);
        hosts.add(from);
        List<Guest> all = guests.stream().map(Known::guest).toList();
        Threads.each(hosts, hosts.size(), host -> {
            try {
                preflight.expect(host, all);
            } catch (CannotConnectException | HypervisorException gone) {
                // The checks find out, and tell why nobody can go there.
            }
            return host;
        });
    }

    private void check(Known known, Session from, List<Session> targets) {
        Map<String, Fit> found = new ConcurrentHashMap<>();
        for (boolean peer : List.of(true, false)) {
            List<Session> some = targets.stream()
                    .filter(target -> ways.fromSource(from, target) == peer)
                    .toList();
            if (!some.isEmpty()) {
                reports(known.guest(), peer, from, some)
                        .forEach(report -> found.put(report.target(), fit(known, report)));
            }
        }
        fits.put(known.evacuee().uuid(), found);
    }

    private List<Report> reports(Guest guest, boolean peer, Session from, List<Session> targets) {
        Way way = guest.active() ? Way.LIVE : Way.OFFLINE;
        way = peer ? way.with(Way.Option.FROM_SOURCE) : way;
        try {
            return preflight.run(guest, way, from, targets);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static Fit fit(Known known, Report report) {
        if (!known.guest().active()) {
            if (known.saved()) {
                return Fit.refused("guest: its saved state would stay behind: start it, or managedsave-remove");
            }
            // Libvirt looks at no disk of a guest that is off: where nobody could look, nothing is promised.
            Optional<String> unseen = sentence(report, Verdict.UNKNOWN, "storage");
            if (unseen.isPresent()) {
                return Fit.refused(unseen.get());
            }
        }
        return new Fit(report.of(Verdict.UNKNOWN).size(), sentence(report, Verdict.BLOCKER, null));
    }

    /** The first sentence of a verdict, with the check's name before it. */
    private static Optional<String> sentence(Report report, Verdict verdict, @Nullable String check) {
        return report.of(verdict).stream()
                .filter(finding -> check == null || finding.check().equals(check))
                .map(finding -> finding.check() + ": " + first(finding, verdict))
                .findFirst();
    }

    private static String first(Finding finding, Verdict verdict) {
        return finding.evidence().stream()
                .filter(seen -> Objects.equals(seen.verdict(), verdict))
                .map(Evidence::sentence)
                .findFirst()
                .orElse("");
    }
}
