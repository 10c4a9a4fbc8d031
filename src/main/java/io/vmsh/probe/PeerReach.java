package io.vmsh.probe;

import java.time.Duration;
import java.util.List;

/** Whether one host's libvirt opens another's by itself, which a migration that it drives takes. */
public final class PeerReach {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** As libvirtd itself would: as root, with root's keys and certificates, and nobody to ask. */
    private static final String SCRIPT = """
            [ "$(id -u)" = 0 ] || exit 9
            exec timeout 8 virsh -q -c "$1" uri </dev/null""";

    private PeerReach() {}

    /** Tries it; false also where it cannot be tried. */
    public static boolean from(HostShell host, String uri) {
        return host.run(LIMIT, List.of("sh", "-c", SCRIPT, "sh", uri))
                .filter(output -> output.exit() == 0)
                .isPresent();
    }
}
