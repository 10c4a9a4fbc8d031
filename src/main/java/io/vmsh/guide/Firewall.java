package io.vmsh.guide;

import io.vmsh.probe.Host;
import io.vmsh.probe.HostShell.Output;
import io.vmsh.probe.Knock;
import io.vmsh.probe.KnockFrom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether ports of a host can be reached from others; if not, what opens them in the firewall that is in force there. */
final class Firewall {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Takes the rule with a comment out of a chain, whatever its number is by then. */
    private static final String DELETE = """
            nft -a list chain "$1" "$2" "$3" | sed -n "s/.*comment \\"$4\\".* # handle \\([0-9]*\\)$/\\1/p" |
            while read -r handle; do nft delete rule "$1" "$2" "$3" handle "$handle" || exit 1; done""";

    private final Host host;
    private final Ports ports;

    Firewall(Host host, Ports ports) {
        this.host = host;
        this.ports = ports;
    }

    /**
     * Ports that are to be open.
     *
     * @param purpose names the rules that are made
     * @param ranges in order
     * @param knock those that are tried
     */
    record Ports(String purpose, List<Range> ranges, List<Integer> knock) {
        Ports {
            ranges = List.copyOf(ranges);
            knock = List.copyOf(knock);
        }

        private String text() {
            return ranges.stream().map(range -> range.text("-")).collect(Collectors.joining(", "));
        }
    }

    /**
     * Some TCP ports.
     *
     * @param service firewalld's name for them; empty for none
     */
    record Range(int first, int last, String service) {
        private String text(String separator) {
            return first == last ? Integer.toString(first) : first + separator + last;
        }

        /** As firewalld's options name it. */
        private String option() {
            return service.isEmpty() ? "port=%s/tcp".formatted(text("-")) : "service=" + service;
        }
    }

    /**
     * Looks.
     *
     * @param address by which others reach the host
     * @param from those who must be able to
     */
    Look openTo(String address, List<Host> from) {
        List<String> shut = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Host other : from) {
            Map<Integer, Knock> knocks = KnockFrom.host(other, address, ports.knock());
            knocks.forEach((port, knock) -> {
                switch (knock) {
                    case SILENT, NO_ROUTE ->
                        shut.add("%s: %s:%d does not answer".formatted(other.name(), address, port));
                    case REJECTED -> shut.add("%s: %s:%d is rejected".formatted(other.name(), address, port));
                    case NAME_UNKNOWN -> shut.add("%s does not know the name %s".formatted(other.name(), address));
                    case OPEN, REFUSED -> {}
                }
            });
            if (knocks.isEmpty()) {
                shut.add("%s cannot try: it has no bash".formatted(other.name()));
            } else {
                open.add(other.name());
            }
        }
        if (shut.isEmpty()) {
            return new Look.Right("ports %s answer %s".formatted(ports.text(), String.join(", ", open)));
        }
        String evidence = String.join("; ", shut.stream().distinct().toList());
        Look inForce = opening(evidence, address, from);
        return inForce instanceof Look.Missing missing && missing.changes().isEmpty()
                ? new Look.Stuck(
                        evidence,
                        "no rule of %s turns it away: look at what is between the hosts".formatted(host.name()))
                : inForce;
    }

    private Look opening(String evidence, String address, List<Host> from) {
        if (says(host.run(LIMIT, List.of("firewall-cmd", "--state")), "running")) {
            return firewalld(evidence, FirewalldZones.at(host).of(address, from));
        }
        Output old = host.run(LIMIT, List.of("iptables", "-S"));
        boolean byIptables = old.exit() == 0;
        boolean managed = byIptables
                && host.run(LIMIT, List.of("iptables", "--version")).out().contains("nf_tables");
        List<Change> changes = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (PacketChains.Chain chain : PacketChains.ofNft(
                        host.run(LIMIT, List.of("nft", "list", "ruleset")).out())
                .turningAway()) {
            // What iptables has made is its own to change, or it cannot read it any more.
            if (!(managed && chain.family().equals("ip") && chain.table().equals("filter"))) {
                changes.add(nftRule(chain));
                found.add("nft; its rules last until they are loaded anew: /etc/nftables.conf is yours to edit");
            }
        }
        if (byIptables && !PacketChains.ofIptables(old.out()).turningAway().isEmpty()) {
            changes.addAll(iptables());
            found.add("iptables; its rules last until the next boot");
        }
        return new Look.Missing(
                found.isEmpty()
                        ? evidence
                        : "%s (%s)"
                                .formatted(
                                        evidence,
                                        String.join(
                                                ", ", found.stream().distinct().toList())),
                changes);
    }

    private static boolean says(Output output, String word) {
        return output.exit() == 0 && output.out().strip().equals(word);
    }

    /** In the zones that the packets come in by: what holds now, and what is kept. What is there already stays there. */
    private Look firewalld(String evidence, Collection<String> zones) {
        List<Change> changes = new ArrayList<>();
        for (String zone : zones) {
            for (Range range : ports.ranges()) {
                for (List<String> when : List.of(List.of("--permanent"), List.<String>of())) {
                    boolean there = host.run(LIMIT, firewallCmd(when, zone, "--query-" + range.option()))
                                    .exit()
                            == 0;
                    if (!there) {
                        changes.add(new Change.Command(
                                host,
                                firewallCmd(when, zone, "--add-" + range.option()),
                                firewallCmd(when, zone, "--remove-" + range.option())));
                    }
                }
            }
        }
        return new Look.Missing("%s (firewalld, zone %s)".formatted(evidence, String.join(", ", zones)), changes);
    }

    private static List<String> firewallCmd(List<String> when, String zone, String option) {
        return Stream.of(List.of("firewall-cmd"), when, List.of("--zone=" + zone, option))
                .flatMap(List::stream)
                .toList();
    }

    private Change nftRule(PacketChains.Chain chain) {
        String comment = "vmsh " + ports.purpose();
        return new Change.Command(
                host,
                List.of(
                        "nft",
                        "insert",
                        "rule",
                        chain.family(),
                        chain.table(),
                        chain.name(),
                        "tcp",
                        "dport",
                        ports.ranges().size() == 1 ? ports.text() : "{ %s }".formatted(ports.text()),
                        "accept",
                        "comment",
                        "\"%s\"".formatted(comment)),
                Optional.of(new Undo.Command(
                        List.of("sh", "-c", DELETE, "vmsh", chain.family(), chain.table(), chain.name(), comment),
                        "delete the nft rule '%s' of chain %s %s %s"
                                .formatted(comment, chain.family(), chain.table(), chain.name()),
                        false)));
    }

    private List<Change> iptables() {
        List<Change> changes = new ArrayList<>();
        for (Range range : ports.ranges()) {
            List<String> rule = List.of(
                    "INPUT",
                    "-p",
                    "tcp",
                    "--dport",
                    range.text(":"),
                    "-m",
                    "comment",
                    "--comment",
                    "vmsh " + ports.purpose(),
                    "-j",
                    "ACCEPT");
            changes.add(new Change.Command(host, iptables("-I", rule), iptables("-D", rule)));
        }
        return changes;
    }

    private static List<String> iptables(String verb, List<String> rule) {
        return Stream.concat(Stream.of("iptables", verb), rule.stream()).toList();
    }
}
