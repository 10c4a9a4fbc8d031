package io.vmsh.guide;

import io.vmsh.probe.Addresses;
import io.vmsh.probe.Host;
import io.vmsh.probe.HostShell.Output;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The zones of a host's firewalld that something is bound to. A packet belongs to the zone of its source address, else to that of
 * the link it comes in by, else to the default zone, which need not be among them.
 *
 * @param zones what is bound to each
 * @param usual the default zone
 */
record FirewalldZones(Host host, Map<String, Bound> zones, String usual) {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Pattern SOURCE = Pattern.compile("\\bsrc (\\S+)");
    private static final Pattern NETWORK = Pattern.compile("[0-9.]+(/\\d+)?");

    FirewalldZones {
        zones = new LinkedHashMap<>(zones);
    }

    /**
     * What is bound to a zone.
     *
     * @param links names of network interfaces
     * @param sources addresses and networks; others, such as sets of addresses, are not looked into
     */
    record Bound(List<String> links, List<String> sources) {
        Bound {
            links = List.copyOf(links);
            sources = List.copyOf(sources);
        }
    }

    /** Asks a host whose firewalld runs. */
    static FirewalldZones at(Host host) {
        return new FirewalldZones(
                host,
                bound(host.run(LIMIT, List.of("firewall-cmd", "--get-active-zones"))
                        .out()),
                host.run(LIMIT, List.of("firewall-cmd", "--get-default-zone"))
                        .out()
                        .strip());
    }

    /** Reads what firewall-cmd prints: a name, perhaps with a note, and below it, indented, what is bound to it. */
    static Map<String, Bound> bound(String text) {
        Map<String, Bound> zones = new LinkedHashMap<>();
        String zone = "";
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            String[] words = line.strip().split("\\s+", -1);
            List<String> values = List.of(words).subList(1, words.length);
            if (!Character.isWhitespace(line.charAt(0))) {
                zone = words[0];
                zones.put(zone, new Bound(List.of(), List.of()));
            } else if (words[0].equals("interfaces:")) {
                zones.computeIfPresent(zone, (name, old) -> new Bound(values, old.sources()));
            } else if (words[0].equals("sources:")) {
                zones.computeIfPresent(zone, (name, old) -> new Bound(old.links(), values));
            }
        }
        return zones;
    }

    /** The zones of what other hosts send to an address of this one. */
    Set<String> of(String address, List<Host> from) {
        Set<String> found = new LinkedHashSet<>();
        for (Host other : from) {
            List<String> own = Addresses.from(other, address).orElse(List.of());
            Optional<String> source = own.stream().findFirst().flatMap(to -> source(other, to));
            found.add(zone(source, links(own)));
        }
        return found.isEmpty() ? Set.of(usual) : found;
    }

    /** The zone of packets from an address that come in by one of some links. */
    String zone(Optional<String> source, List<String> links) {
        return zones.entrySet().stream()
                .filter(zone -> source.isPresent()
                        && zone.getValue().sources().stream().anyMatch(each -> covers(each, source.get())))
                .findFirst()
                .or(() -> zones.entrySet().stream()
                        .filter(zone -> zone.getValue().links().stream().anyMatch(links::contains))
                        .findFirst())
                .map(Map.Entry::getKey)
                .orElse(usual);
    }

    private static boolean covers(String bound, String source) {
        return bound.equals(source)
                || (NETWORK.matcher(bound).matches()
                        && NETWORK.matcher(source).matches()
                        && Subnet.of(bound.contains("/") ? bound : bound + "/32")
                                .contains(source));
    }

    /** The address that another host sends from. */
    private static Optional<String> source(Host other, String to) {
        Output route = other.run(LIMIT, List.of("ip", "-o", "route", "get", to));
        Matcher source = SOURCE.matcher(route.out());
        return source.find() ? Optional.of(source.group(1)) : Optional.empty();
    }

    /** The links of this host that have one of some addresses. */
    private List<String> links(List<String> addresses) {
        List<String> links = new ArrayList<>();
        for (String line : host.run(LIMIT, List.of("ip", "-o", "address", "show"))
                .out()
                .lines()
                .toList()) {
            String[] fields = line.strip().split("\\s+", -1);
            if (fields.length > 3 && addresses.contains(fields[3].replaceAll("/.*", ""))) {
                links.add(fields[1]);
            }
        }
        return links;
    }
}
