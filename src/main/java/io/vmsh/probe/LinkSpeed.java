package io.vmsh.probe;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** How fast the link is by which one host reaches another. */
public final class LinkSpeed {
    private static final Duration LIMIT = Duration.ofSeconds(8);

    private static final String SCRIPT = """
            address=$(getent ahosts "$1" | sed -n '1s/ .*//p')
            device=$(ip -o route get "$address" | sed -n 's/.* dev \\([^ ]*\\).*/\\1/p')
            cat "/sys/class/net/$device/speed\"""";

    private LinkSpeed() {}

    /** Mbit/s; empty when the host cannot be asked, or its device does not tell. */
    public static OptionalLong from(HostShell host, String other) {
        return host.run(LIMIT, List.of("sh", "-c", SCRIPT, "sh", other))
                .map(output -> output.out().strip())
                .filter(text -> text.matches("[1-9][0-9]{0,8}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }
}
