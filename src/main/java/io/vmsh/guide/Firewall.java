package io.vmsh.guide;

import io.vmsh.probe.Host;
import io.vmsh.probe.HostShell.Output;
import io.vmsh.probe.Knock;
import io.vmsh.probe.KnockFrom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether ports of a host can be reached from others; if not, what opens them in the firewall that is in force there. */
final class Firewall {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Pattern CHAIN = Pattern.compile("\\s*chain (\\S+) \\{");
    private static final Pattern TABLE = Pattern.compile("table (\\S+) (\\S+) \\{");
    private static final Pattern TURNS_AWAY = Pattern.compile("\\b(drop|reject)\\b");

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
     * @param first of the range
     * @param services firewalld's names for them; empty for none
     * @param knock those that are tried
     */
    record Ports(String purpose, int first, int last, List<String> services, List<Integer> knock) {
        private String range(String separator) {
            return first == last ? Integer.toString(first) : first + separator + last;
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
                if (knock == Knock.SILENT || knock == Knock.NO_ROUTE) {
                    shut.add("%s: %s:%d does not answer".formatted(other.name(), address, port));
                } else if (knock == Knock.NAME_UNKNOWN) {
                    shut.add("%s does not know the name %s".formatted(other.name(), address));
                }
            });
            if (knocks.isEmpty()) {
                shut.add("%s cannot try: it has no bash".formatted(other.name()));
            } else {
                open.add(other.name());
            }
        }
        if (shut.isEmpty()) {
            return new Look.Right("ports %s answer %s".formatted(ports.range("-"), String.join(", ", open)));
        }
        String evidence = String.join("; ", shut.stream().distinct().toList());
        Look inForce = opening(evidence);
        return inForce instanceof Look.Missing missing && missing.changes().isEmpty()
                ? new Look.Stuck(
                        evidence,
                        "no rule of %s turns it away: look at what is between the hosts".formatted(host.name()))
                : inForce;
    }

    private Look opening(String evidence) {
        if (says(host.run(LIMIT, List.of("firewall-cmd", "--state")), "running")) {
            return firewalld(evidence);
        }
        Output rules = host.run(LIMIT, List.of("nft", "list", "ruleset"));
        if (rules.exit() == 0 && !rules.out().isBlank()) {
            return nft(evidence, rules.out());
        }
        Output old = host.run(LIMIT, List.of("iptables", "-S", "INPUT"));
        if (old.exit() == 0 && old.out().lines().anyMatch(line -> line.contains("DROP") || line.contains("REJECT"))) {
            return iptables(evidence);
        }
        return new Look.Missing(evidence);
    }

    private static boolean says(Output output, String word) {
        return output.exit() == 0 && output.out().strip().equals(word);
    }

    /** In the zone that is active: what holds now, and what is kept. */
    private Look firewalld(String evidence) {
        Output active = host.run(LIMIT, List.of("firewall-cmd", "--get-active-zones"));
        Output usual = host.run(LIMIT, List.of("firewall-cmd", "--get-default-zone"));
        List<String> zones = active.out()
                .lines()
                .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                .map(line -> line.split(" ", 2)[0])
                .toList();
        String zone = zones.isEmpty() || zones.contains(usual.out().strip())
                ? usual.out().strip()
                : zones.getFirst();
        List<Change> changes = new ArrayList<>();
        List<String> options = ports.services().isEmpty()
                ? List.of("port=%s/tcp".formatted(ports.range("-")))
                : ports.services().stream().map("service="::concat).toList();
        for (String option : options) {
            for (List<String> when : List.of(List.of("--permanent"), List.<String>of())) {
                changes.add(new Change.Command(
                        host,
                        firewallCmd(when, zone, "--add-" + option),
                        firewallCmd(when, zone, "--remove-" + option)));
            }
        }
        return new Look.Missing("%s (firewalld, zone %s)".formatted(evidence, zone), changes);
    }

    private static List<String> firewallCmd(List<String> when, String zone, String option) {
        return Stream.of(List.of("firewall-cmd"), when, List.of("--zone=" + zone, option))
                .flatMap(List::stream)
                .toList();
    }

    /** In every chain for what comes in that turns anything away: one that lets it in does not help against another. */
    private Look nft(String evidence, String ruleset) {
        List<Change> changes = new ArrayList<>();
        String family = "";
        String table = "";
        String chain = "";
        boolean input = false;
        boolean done = false;
        for (String line : ruleset.lines().toList()) {
            Matcher newTable = TABLE.matcher(line);
            Matcher newChain = CHAIN.matcher(line);
            if (newTable.matches()) {
                family = newTable.group(1);
                table = newTable.group(2);
            } else if (newChain.matches()) {
                chain = newChain.group(1);
                input = false;
                done = false;
            } else if (line.contains("hook input")) {
                input = line.contains("type filter");
            }
            if (input && !done && TURNS_AWAY.matcher(line).find()) {
                changes.add(nftRule(family, table, chain));
                done = true;
            }
        }
        return new Look.Missing(
                evidence + " (nft; its rules last until they are loaded anew: /etc/nftables.conf is yours to edit)",
                changes);
    }

    private Change nftRule(String family, String table, String chain) {
        String comment = "vmsh " + ports.purpose();
        return new Change.Command(
                host,
                List.of(
                        "nft",
                        "insert",
                        "rule",
                        family,
                        table,
                        chain,
                        "tcp",
                        "dport",
                        ports.range("-"),
                        "accept",
                        "comment",
                        "\"%s\"".formatted(comment)),
                Optional.of(new Undo.Command(
                        List.of("sh", "-c", DELETE, "vmsh", family, table, chain, comment),
                        "delete the nft rule '%s' of chain %s %s %s".formatted(comment, family, table, chain),
                        false)));
    }

    private Look iptables(String evidence) {
        List<String> rule = List.of(
                "INPUT",
                "-p",
                "tcp",
                "--dport",
                ports.range(":"),
                "-m",
                "comment",
                "--comment",
                "vmsh " + ports.purpose(),
                "-j",
                "ACCEPT");
        return new Look.Missing(
                evidence + " (iptables; its rules last until the next boot)",
                new Change.Command(
                        host,
                        Stream.concat(Stream.of("iptables", "-I"), rule.stream())
                                .toList(),
                        Stream.concat(Stream.of("iptables", "-D"), rule.stream())
                                .toList()));
    }
}
