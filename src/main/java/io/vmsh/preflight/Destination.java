package io.vmsh.preflight;

import io.vmsh.probe.HostSettings;
import java.net.URI;
import java.util.Optional;

/**
 * Where a guest's memory is sent.
 *
 * @param host name or address
 * @param firstPort of the range from which the target takes the first free one
 * @param lastPort of that range
 * @param reason what decides it
 */
record Destination(String host, int firstPort, int lastPort, String reason) {
    static final int FIRST = 49152;
    private static final int LAST = 49215;

    /**
     * As libvirt decides: the statement's word, the target's configuration, its own name.
     *
     * @param settings of the target, where they could be read
     */
    static Destination of(String hostName, Way way, Optional<HostSettings> settings) {
        int first = number(settings, "migration_port_min", FIRST);
        int last = number(settings, "migration_port_max", LAST);
        Optional<URI> given = way.migrationUri().flatMap(Destination::parse);
        if (given.isPresent()) {
            int port = given.get().getPort();
            return new Destination(
                    given.get().getHost(), port > 0 ? port : first, port > 0 ? port : last, "by --migrateuri");
        }
        Optional<String> configured = settings.flatMap(known -> known.get(HostSettings.QEMU, "migration_host"))
                .filter(host -> !host.isEmpty());
        return configured
                .map(host -> new Destination(host, first, last, "by migration_host in the target's qemu.conf"))
                .orElseGet(() -> new Destination(hostName, first, last, "the target's own name"));
    }

    String uri() {
        return "tcp:%s:%d%s".formatted(host, firstPort, lastPort == firstPort ? "" : "-" + lastPort);
    }

    private static Optional<URI> parse(String uri) {
        try {
            // libvirt takes tcp:host as well.
            URI parsed = URI.create(uri.replaceFirst("^tcp:(?!//)", "tcp://"));
            return Optional.of(parsed).filter(known -> known.getHost() != null);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static int number(Optional<HostSettings> settings, String setting, int usual) {
        return settings.flatMap(known -> known.get(HostSettings.QEMU, setting))
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::parseInt)
                .orElse(usual);
    }
}
