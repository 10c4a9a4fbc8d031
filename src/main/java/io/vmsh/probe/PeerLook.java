package io.vmsh.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a host meets when it opens another host's libvirtd by itself, as it does in a peer-to-peer migration.
 *
 * @param opened whether it got in
 * @param by the program that tried
 * @param refusal what it said when not
 * @param root whether it tried as root, as libvirtd would
 */
public record PeerLook(boolean opened, String by, String refusal, boolean root) {
    private static final Duration LIMIT = Duration.ofSeconds(9);
    private static final int SILENT = 124;

    /** By virsh where it is, else by ssh alone; prints who tries, and the user's number. */
    private static final String SCRIPT = """
            uri=$1; shift
            PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
            export LC_ALL=C
            id -u
            if command -v virsh >/dev/null; then
                echo virsh
                exec timeout 7 virsh -q -r -c "$uri" uri </dev/null
            elif [ $# != 0 ]; then
                echo ssh
                exec timeout 7 ssh -o BatchMode=yes -o ConnectTimeout=5 "$@" true </dev/null
            fi
            echo nothing""";

    /** Lets a host try a libvirt URI; empty when the host cannot be asked, or has nothing to try with. */
    public static Optional<PeerLook> from(HostShell host, String uri) {
        return host.run(LIMIT, words(uri)).flatMap(PeerLook::parse);
    }

    private static List<String> words(String uri) {
        List<String> words = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh", uri));
        HypervisorUri.parse(uri).filter(HypervisorUri::isSsh).ifPresent(ssh -> {
            OptionalInt port = ssh.port();
            if (port.isPresent()) {
                words.addAll(List.of("-p", Integer.toString(port.getAsInt())));
            }
            words.addAll(List.of("--", ssh.user().map(user -> user + "@").orElse("") + ssh.host()));
        });
        return words;
    }

    static Optional<PeerLook> parse(HostShell.Output output) {
        List<String> lines = output.out().lines().toList();
        if (lines.size() < 2 || lines.get(1).equals("nothing")) {
            return Optional.empty();
        }
        String refusal = output.exit() == SILENT
                ? "no answer within 7 seconds"
                : output.err()
                        .lines()
                        .map(line -> line.replaceFirst("^error: ", ""))
                        .filter(line -> !line.equals("failed to connect to the hypervisor"))
                        .reduce((earlier, last) -> last)
                        .orElse("exit code " + output.exit());
        return Optional.of(new PeerLook(
                output.exit() == 0,
                lines.get(1),
                output.exit() == 0 ? "" : refusal,
                lines.get(0).equals("0")));
    }
}
