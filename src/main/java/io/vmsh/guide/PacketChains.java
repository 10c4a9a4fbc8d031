package io.vmsh.guide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The chains of rules that packets for a host pass, as nft or iptables lists them.
 *
 * @param rules of each chain
 * @param first the chains where what comes in begins
 */
record PacketChains(Map<Chain, List<String>> rules, List<Chain> first) {
    private static final Pattern TABLE = Pattern.compile("table (\\S+) (\\S+) \\{.*");
    private static final Pattern CHAIN = Pattern.compile("\\s*chain (\\S+) \\{.*");
    private static final Pattern TURNS_AWAY = Pattern.compile("\\b(drop|reject|DROP|REJECT)\\b");
    private static final Pattern GOES_ON = Pattern.compile("(?:\\b(?:jump|goto)|-[jg]) (\\S+)");
    private static final Pattern OLD_RULE = Pattern.compile("-[PA] (\\S+) .*");

    PacketChains {
        rules = new LinkedHashMap<>(rules);
        first = List.copyOf(first);
    }

    /** A chain of a table. */
    record Chain(String family, String table, String name) {}

    /** Reads {@code nft list ruleset}. */
    static PacketChains ofNft(String text) {
        Map<Chain, List<String>> rules = new LinkedHashMap<>();
        List<Chain> first = new ArrayList<>();
        Chain now = new Chain("", "", "");
        for (String line : text.lines().toList()) {
            Matcher table = TABLE.matcher(line);
            Matcher chain = CHAIN.matcher(line);
            if (table.matches()) {
                now = new Chain(table.group(1), table.group(2), "");
            } else if (chain.matches()) {
                now = new Chain(now.family(), now.table(), chain.group(1));
            } else {
                rules.computeIfAbsent(now, none -> new ArrayList<>()).add(line);
                if (line.contains("type filter hook input")) {
                    first.add(now);
                }
            }
        }
        return new PacketChains(rules, first);
    }

    /** Reads {@code iptables -S}. */
    static PacketChains ofIptables(String text) {
        Map<Chain, List<String>> rules = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            Matcher rule = OLD_RULE.matcher(line);
            if (rule.matches()) {
                rules.computeIfAbsent(old(rule.group(1)), none -> new ArrayList<>())
                        .add(line);
            }
        }
        return new PacketChains(rules, List.of(old("INPUT")));
    }

    private static Chain old(String name) {
        return new Chain("ip", "filter", name);
    }

    /**
     * Those of the first chains in which, or in a chain that they go on to, anything is turned away. A port has to be let in
     * in each: to be let in by one does not help against another.
     */
    List<Chain> turningAway() {
        return first.stream().filter(chain -> turnsAway(chain, new HashSet<>())).toList();
    }

    private boolean turnsAway(Chain chain, Set<Chain> seen) {
        if (!seen.add(chain)) {
            return false;
        }
        List<String> own = rules.getOrDefault(chain, List.of());
        return own.stream().anyMatch(rule -> TURNS_AWAY.matcher(rule).find())
                || own.stream()
                        .flatMap(PacketChains::next)
                        .map(name -> new Chain(chain.family(), chain.table(), name))
                        .anyMatch(next -> turnsAway(next, seen));
    }

    private static Stream<String> next(String rule) {
        return GOES_ON.matcher(rule).results().map(found -> found.group(1));
    }
}
