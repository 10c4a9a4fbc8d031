package io.vmsh.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What addresses a name has. */
public final class Addresses {
    private static final Duration LIMIT = Duration.ofSeconds(8);
    /** For each name a line {@code = name}, then what getent knows; nothing for a name that is not known. */
    private static final String SCRIPT = """
            command -v getent >/dev/null || exit 1
            for name; do
                echo "= $name"
                getent ahosts "$name"
            done
            :""";

    private Addresses() {}

    /** On this machine. */
    public static List<String> here(String name) {
        try {
            return Arrays.stream(InetAddress.getAllByName(name))
                    .map(InetAddress::getHostAddress)
                    .distinct()
                    .toList();
        } catch (UnknownHostException unknown) {
            return List.of();
        }
    }

    /** On another host, by its own rules, for each name; empty when it could not be asked. */
    public static Optional<Map<String, List<String>>> from(HostShell host, Set<String> names) {
        return host.run(LIMIT, question(names))
                .filter(output -> output.exit() == 0)
                .map(output -> parse(names, output.out()));
    }

    /** The same for one name. */
    public static Optional<List<String>> from(HostShell host, String name) {
        return from(host, Set.of(name)).map(found -> found.getOrDefault(name, List.of()));
    }

    /**
     * The same; empty when the host lacks what it takes.
     *
     * @throws HostException when the host could not be asked
     */
    public static Optional<List<String>> from(Host host, String name) {
        return Optional.of(host.run(LIMIT, question(Set.of(name))))
                .filter(output -> output.exit() == 0)
                .map(output -> parse(Set.of(name), output.out()).getOrDefault(name, List.of()));
    }

    private static List<String> question(Set<String> names) {
        List<String> words = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh"));
        words.addAll(names);
        return words;
    }

    static Map<String, List<String>> parse(Set<String> names, String text) {
        Map<String, List<String>> addresses = new HashMap<>();
        String name = "";
        for (String line : text.lines().toList()) {
            String address = line.split(" ", 2)[0];
            if (line.startsWith("= ")) {
                name = line.substring(2);
                addresses.put(name, new ArrayList<>());
            } else if (addresses.containsKey(name)
                    && !address.isEmpty()
                    && !addresses.get(name).contains(address)) {
                addresses.get(name).add(address);
            }
        }
        addresses.keySet().retainAll(names);
        return addresses;
    }

    /** All that a host has itself; empty when it could not be asked. */
    public static Optional<List<String>> own(HostShell host) {
        return host.run(LIMIT, List.of("hostname", "-I"))
                .filter(output -> output.exit() == 0)
                .map(output -> List.of(output.out().strip().split("\\s+", -1)));
    }

    /** Whether a literal address never leaves its host. */
    public static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
    }
}
