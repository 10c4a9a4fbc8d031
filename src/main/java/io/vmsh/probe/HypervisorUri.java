package io.vmsh.probe;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a libvirt URI, {@code driver+transport://user@host:port/path?parameters}.
 *
 * @param transport as written, lower case; empty when there is none
 * @param host empty for this machine
 */
public record HypervisorUri(
        String driver,
        String transport,
        Optional<String> user,
        String host,
        OptionalInt port,
        Map<String, String> parameters) {

    private static final int MOST_PORT = 0xffff;
    private static final Set<String> LOCAL_DAEMONS = Set.of("qemu", "xen", "lxc", "ch", "vz", "bhyve");
    private static final Set<String> SSH = Set.of("ssh", "libssh", "libssh2");

    /** Takes a URI apart; empty when it is none. */
    public static Optional<HypervisorUri> parse(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
        if (uri.getScheme() == null || uri.getPort() > MOST_PORT) {
            return Optional.empty();
        }
        String[] scheme = uri.getScheme().toLowerCase(Locale.ROOT).split("\\+", 2);
        String host = uri.getHost() == null ? "" : uri.getHost().replaceAll("^\\[|]$", "");
        return Optional.of(new HypervisorUri(
                scheme[0],
                scheme.length > 1 ? scheme[1] : "",
                Optional.ofNullable(uri.getUserInfo()),
                host,
                uri.getPort() < 0 ? OptionalInt.empty() : OptionalInt.of(uri.getPort()),
                parameters(uri.getRawQuery())));
    }

    /** Whether libvirt starts ssh, or a library like it, to get there. */
    public boolean isSsh() {
        return SSH.contains(transport) && !host.isEmpty() && !host.startsWith("-");
    }

    /** Whether it is this machine's own daemon; a socket elsewhere may lead anywhere. */
    public boolean isLocal() {
        return host.isEmpty()
                && LOCAL_DAEMONS.contains(driver)
                && !parameters.containsKey("socket")
                && (transport.isEmpty() || transport.equals("unix"));
    }

    /** The port to which a connection goes; empty for what needs none. */
    public OptionalInt knockablePort() {
        if (host.isEmpty()) {
            return OptionalInt.empty();
        }
        if (port.isPresent()) {
            return port;
        }
        return switch (transport) {
            case "tcp" -> OptionalInt.of(16509);
            case "", "tls" -> OptionalInt.of(16514);
            case "ssh", "libssh", "libssh2" -> OptionalInt.of(22);
            default -> OptionalInt.empty();
        };
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        if (query != null) {
            for (String pair : query.split("[&;]", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
                }
            }
        }
        return Map.copyOf(parameters);
    }

    private static String decode(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return value;
        }
    }
}
