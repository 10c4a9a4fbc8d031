package io.vmsh.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What addresses a name has. */
public final class Addresses {
    private static final Duration LIMIT = Duration.ofSeconds(8);
    /** getent's exit code for a name that is not known. */
    private static final int NOT_FOUND = 2;

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

    /** On another host, by its own rules; empty when it could not be asked. */
    public static Optional<List<String>> from(HostShell host, String name) {
        return host.run(LIMIT, question(name)).flatMap(Addresses::read);
    }

    /**
     * The same.
     *
     * @throws HostException when the host could not be asked
     */
    public static Optional<List<String>> from(Host host, String name) {
        return read(host.run(LIMIT, question(name)));
    }

    private static List<String> question(String name) {
        return List.of("getent", "ahosts", name);
    }

    private static Optional<List<String>> read(HostShell.Output answer) {
        return Optional.of(answer)
                .filter(output -> output.exit() == 0 || output.exit() == NOT_FOUND)
                .map(output -> output.out()
                        .lines()
                        .map(line -> line.split(" ", 2)[0])
                        .filter(address -> !address.isEmpty())
                        .distinct()
                        .toList());
    }

    /** Whether a literal address never leaves its host. */
    public static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
    }
}
