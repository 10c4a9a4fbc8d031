package io.vmsh.probe;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Knocks at ports from another host, as that host's own programs would. */
public final class KnockFrom {
    private static final Duration LIMIT = Duration.ofSeconds(8);

    /**
     * For each port a line {@code port word}, all within two seconds and a bit. Where any was refused while the kernel
     * counted something that came by ICMP, each that was refused is tried twice more, alone: see {@link Refusal}. Once that
     * has shown a firewall, once more is enough for the other ports.
     */
    private static final String SCRIPT = """
            host=$1
            shift
            knock() {
                said=$(LC_ALL=C timeout 2 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$host" "$1" 2>&1)
                case $?:$said in
                    0:*) word=OPEN ;;
                    124:*) word=SILENT ;;
                    *refused*) word=REFUSED ;;
                    *oute*|*nreachable*|*rohibited*) word=NO_ROUTE ;;
                    *esol*|*not\\ known*) word=NAME_UNKNOWN ;;
                    *) word=NO_TOOLS ;;
                esac
                echo "$1 $word"
            }
            unreachables() {
                names=
                while read -r kind words; do
                    [ "$kind" = Icmp: ] || continue
                    set -- $words
                    for name in $names; do
                        [ "$name" != InDestUnreachs ] || echo "$1"
                        shift
                    done
                    names=$words
                done 2>/dev/null </proc/net/snmp
            }
            before=$(unreachables)
            first=$(for port; do knock "$port" & done)
            after=$(unreachables)
            more=2
            echo "$first" | while read -r port word; do
                tries=$more
                [ "$before" != "$after" ] || tries=0
                while [ "$word" = REFUSED ] && [ $tries -gt 0 ]; do
                    tries=$((tries - 1))
                    sleep 0.05
                    before=$(unreachables)
                    word=$(knock "$port")
                    word=${word#* }
                    if [ "$before" = "$(unreachables)" ]; then
                        tries=0
                    elif [ "$word:$tries" = REFUSED:0 ]; then
                        word=REJECTED
                        more=1
                    fi
                done
                echo "$port $word"
            done""";

    private KnockFrom() {}

    /** What came of each port; a port is missing when the host could not be asked or lacks what it takes. */
    public static Map<Integer, Knock> host(HostShell from, String host, List<Integer> ports) {
        return from.run(LIMIT, words(host, ports))
                .map(output -> parse(output.out()))
                .orElse(Map.of());
    }

    /**
     * The same.
     *
     * @throws HostException when the host could not be asked
     */
    public static Map<Integer, Knock> host(Host from, String host, List<Integer> ports) {
        return parse(from.run(LIMIT, words(host, ports)).out());
    }

    private static List<String> words(String host, List<Integer> ports) {
        return Stream.concat(
                        Stream.of("sh", "-c", SCRIPT, "sh", host),
                        ports.stream().map(port -> Integer.toString(port)))
                .toList();
    }

    static Map<Integer, Knock> parse(String text) {
        Map<Integer, Knock> knocks = new TreeMap<>();
        text.lines().forEach(line -> {
            String[] fields = line.split(" ", -1);
            for (Knock knock : Knock.values()) {
                if (fields.length == 2 && fields[1].equals(knock.name())) {
                    knocks.put(Integer.parseInt(fields[0]), knock);
                }
            }
        });
        return knocks;
    }
}
