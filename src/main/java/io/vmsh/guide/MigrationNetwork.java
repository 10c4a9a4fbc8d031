package io.vmsh.guide;

import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.Network;
import io.vmsh.hypervisor.NetworkSummary;
import io.vmsh.preflight.Finding;
import io.vmsh.preflight.Finding.Evidence;
import io.vmsh.preflight.HostPair;
import io.vmsh.preflight.Verdict;
import io.vmsh.probe.Addresses;
import io.vmsh.probe.ClockOffset;
import io.vmsh.probe.Host;
import io.vmsh.probe.HostFile;
import io.vmsh.probe.HostShell.Output;
import io.vmsh.probe.Service;
import io.vmsh.session.Session;
import io.vmsh.spec.StatementText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Steps until guests can be sent from each host to each other: names, ports, clocks, bridges, perhaps a network of its own. */
public final class MigrationNetwork {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int FIRST = 49152;
    private static final int LAST = 49215;
    /** Most that clocks may be apart, milliseconds. */
    private static final long MOST_MILLIS = 1000;

    private static final List<String> TIME_SERVICES =
            List.of("chronyd", "chrony", "systemd-timesyncd", "ntpsec", "ntpd", "ntp", "openntpd");
    private static final String BRIDGES =
            "for link in /sys/class/net/*/bridge; do [ -d \"$link\" ] && echo \"$link\" | cut -d/ -f5; done; true";

    private final Sites sites;
    private final List<Session> sessions;
    private final Optional<String> network;

    /**
     * Steps for some sessions.
     *
     * @param network the network that memory is to take, as {@code 10.1.0.0/24}; empty for the hosts' usual one
     */
    public MigrationNetwork(Sites sites, List<Session> sessions, Optional<String> network) {
        this.sites = sites;
        this.sessions = List.copyOf(sessions);
        this.network = network;
    }

    /** The steps. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (Session from : sessions) {
            for (Session to : others(from)) {
                steps.add(new Step(from.name(), "knows the name of " + to.name(), () -> name(from, to)));
            }
        }
        List<Step> names = List.copyOf(steps);
        network.ifPresent(wanted -> sessions.forEach(session ->
                steps.add(new Step(session.name(), "address in " + wanted, () -> inNetwork(session, wanted)))));
        for (Session to : sessions) {
            steps.add(new Step(to.name(), "ports %d-%d".formatted(FIRST, LAST), () -> ports(to)).after(names));
        }
        Session first = sessions.getFirst();
        for (Session other : others(first)) {
            steps.add(new Step(other.name(), "clock as on " + first.name(), () -> clock(first, other)));
        }
        for (Session other : others(first)) {
            steps.add(new Step(other.name(), "networks as on " + first.name(), () -> networks(first, other)));
            steps.add(new Step(other.name(), "bridges as on " + first.name(), () -> bridges(first, other)));
        }
        return steps;
    }

    private List<Session> others(Session from) {
        return sessions.stream().filter(session -> !session.equals(from)).toList();
    }

    private Look name(Session from, Session to) {
        HostPair pair = new HostPair(from, to, Optional.empty());
        Finding finding = pair.names();
        String evidence = evidence(finding);
        if (finding.verdict() == Verdict.OK) {
            return new Look.Right(evidence);
        }
        String name = pair.destination();
        if (name.startsWith("localhost")) {
            return new Look.Stuck(
                    evidence,
                    finding.remedies().stream().map(Finding.Remedy::what).collect(Collectors.joining("; ")));
        }
        Host host = sites.host(from);
        // Also where libvirt's own way there is not ssh, the host can be asked.
        Optional<List<String>> known = Addresses.from(host, name);
        if (known.filter(
                        addresses -> !addresses.isEmpty() && !addresses.stream().allMatch(Addresses::isLoopback))
                .isPresent()) {
            return new Look.Right("%s resolves %s to %s".formatted(from.name(), name, String.join(", ", known.get())));
        }
        List<String> addresses = addresses(sites.host(to)).values().stream().toList();
        if (addresses.isEmpty()) {
            return new Look.Stuck(evidence, "%s has no address but its own loopback".formatted(to.name()));
        }
        HostFile hosts = host.read("/etc/hosts");
        return new Look.Missing(
                evidence,
                new Change.Edit(
                        host, hosts, TextLines.with(hosts.text(), "%s %s".formatted(addresses.getFirst(), name))));
    }

    private static String evidence(Finding finding) {
        return finding.evidence().stream()
                .filter(seen -> seen.verdict() == finding.verdict())
                .map(Evidence::sentence)
                .collect(Collectors.joining("; "));
    }

    /** The addresses by which others may reach a host, by the link; those of its default route first. */
    private static Map<String, String> addresses(Host host) {
        Output output = host.run(LIMIT, List.of("ip", "-4", "-o", "address", "show", "scope", "global"));
        Map<String, String> addresses = new TreeMap<>();
        for (String line : output.out().lines().toList()) {
            String[] fields = line.strip().split("\\s+", -1);
            if (fields.length > 3 && !fields[1].startsWith("virbr")) {
                addresses.put(fields[1], fields[3].replaceAll("/.*", ""));
            }
        }
        return addresses;
    }

    private Optional<String> addressIn(Session session, String wanted) {
        return addresses(sites.host(session)).values().stream()
                .filter(address -> Subnet.of(wanted).contains(address))
                .findFirst();
    }

    private Look inNetwork(Session session, String wanted) {
        return addressIn(session, wanted)
                .<Look>map(address -> new Look.Right("%s: migrate … --migrateuri tcp://%s".formatted(address, address)))
                .orElseGet(() -> new Look.Stuck(
                        "%s has no address in %s".formatted(session.name(), wanted),
                        "give one of its links such an address"));
    }

    private Look ports(Session to) {
        String address = network.flatMap(wanted -> addressIn(to, wanted))
                .orElseGet(() -> to.hypervisor().node().hostname());
        return new Firewall(
                        sites.host(to),
                        new Firewall.Ports(
                                "migration-network",
                                List.of(new Firewall.Range(FIRST, LAST, "")),
                                List.of(FIRST, FIRST + 1, LAST)))
                .openTo(address, others(to).stream().map(sites::host).toList());
    }

    private Look clock(Session first, Session other) {
        Finding finding = new HostPair(first, other, Optional.empty()).clocks();
        String evidence = evidence(finding);
        if (finding.verdict() == Verdict.OK) {
            return new Look.Right(evidence);
        }
        Host host = sites.host(other);
        if (finding.verdict() == Verdict.UNKNOWN) {
            // Also where libvirt's own way there is not ssh, the hosts can be asked.
            Optional<ClockOffset> here = ClockOffset.byDate(sites.host(first));
            Optional<ClockOffset> there = ClockOffset.byDate(host);
            if (here.isPresent() && there.isPresent()) {
                long apart = Math.abs(here.get().millis() - there.get().millis());
                long doubt = here.get().doubt() + there.get().doubt();
                evidence = "the clocks are %d ms apart, give or take %d ms".formatted(apart, doubt);
                if (apart - doubt <= MOST_MILLIS) {
                    return new Look.Right(evidence);
                }
            }
        }
        for (String name : TIME_SERVICES) {
            Service service = host.service(name);
            if (service.running()) {
                return new Look.Stuck(evidence, "%s runs on %s: see what it follows".formatted(name, other.name()));
            }
            if (service.installed()) {
                return new Look.Missing(
                        evidence, Change.OfService.enable(host, name), Change.OfService.start(host, name));
            }
        }
        return new Look.Stuck(evidence, "install chrony on both hosts");
    }

    private static Look networks(Session first, Session other) {
        Map<String, String> here = networks(first);
        Map<String, String> there = networks(other);
        List<String> wrong = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        here.forEach((name, how) -> {
            String its = there.get(name);
            if (its == null) {
                wrong.add("there is no network %s".formatted(name));
            } else if (!its.equals(how)) {
                wrong.add("network %s is %s, on %s %s".formatted(name, its, first.name(), how));
                if (how.startsWith("active") && its.startsWith("inactive")) {
                    String address = StatementText.quote(other.name() + "/" + name);
                    changes.add(new Change.Statement("net-start " + address, "net-destroy " + address));
                }
            }
        });
        if (wrong.isEmpty()) {
            return new Look.Right(here.isEmpty() ? "no networks" : "networks " + String.join(", ", here.keySet()));
        }
        String evidence = String.join("; ", wrong);
        return changes.size() == wrong.size()
                ? new Look.Missing(evidence, changes)
                : new Look.Stuck(
                        evidence, "define it there by what 'net-dumpxml %s/NETWORK' shows".formatted(first.name()));
    }

    private static Map<String, String> networks(Session session) {
        Hypervisor hypervisor = session.hypervisor();
        Map<String, String> networks = new TreeMap<>();
        for (NetworkSummary summary : hypervisor.networks().list(Set.of())) {
            try (Network network = hypervisor.networks().find(summary.name())) {
                networks.put(
                        summary.name(),
                        (network.active() ? "active, " : "inactive, ")
                                + hypervisor
                                        .xmlQuery()
                                        .tree(network.xml(false))
                                        .first("forward")
                                        .map(forward ->
                                                forward.attribute("mode").orElse("nat"))
                                        .orElse("isolated"));
            }
        }
        return networks;
    }

    private Look bridges(Session first, Session other) {
        Set<String> here = bridges(sites.host(first));
        Set<String> there = bridges(sites.host(other));
        Set<String> missing = new TreeSet<>(here);
        missing.removeAll(there);
        return missing.isEmpty()
                ? new Look.Right(here.isEmpty() ? "no bridges" : "bridges " + String.join(", ", here))
                : new Look.Stuck(
                        "there is no bridge %s".formatted(String.join(", ", missing)),
                        "make it as it is on %s, or start the network that makes it".formatted(first.name()));
    }

    private static Set<String> bridges(Host host) {
        return host.run(LIMIT, List.of("sh", "-c", BRIDGES))
                .out()
                .lines()
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
