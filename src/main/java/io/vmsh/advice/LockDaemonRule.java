package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.probe.HostSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The lock daemon of a host does not answer, or knows nothing of the leases; no guest is started there without it. */
final class LockDaemonRule implements Rule<LockDaemonRule.Facts> {
    private static final List<String> SOCKETS = List.of("virtlockd-sock", "sanlock.sock");
    private static final List<String> FOLDERS =
            List.of("file_lockspace_dir", "lvm_lockspace_dir", "scsi_lockspace_dir");

    /**
     * What was found out.
     *
     * @param naming what libvirt's sentence names: the daemon's socket, or the folder of the leases
     * @param host where the guest was to be started, or taken over
     * @param settings that host's
     * @param more what else is known of the guest
     */
    record Facts(ErrorCode error, Naming naming, String host, Optional<HostSettings> settings, List<String> more) {}

    /** The same for a guest that was to be taken over by another host. */
    static Optional<Advice> migrating(MigrationFacts facts) {
        return new LockDaemonRule()
                .explain(new Facts(
                        facts.error(),
                        facts.naming(),
                        facts.destination(),
                        facts.there().settings(),
                        List.of("%s on %s: %s"
                                .formatted(
                                        facts.guest(),
                                        facts.source(),
                                        facts.moving().words()))));
    }

    @Override
    public Optional<Advice> explain(Facts facts) {
        if (facts.error() != ErrorCode.INTERNAL_ERROR) {
            return Optional.empty();
        }
        Optional<Advice> down =
                SOCKETS.stream().filter(facts.naming()::has).findFirst().map(socket -> down(facts, socket));
        return down.or(() -> FOLDERS.stream()
                .flatMap(setting -> facts.settings().flatMap(set -> set.get(HostSettings.LOCKD, setting)).stream())
                .filter(facts.naming()::has)
                .findFirst()
                .map(folder -> unknown(facts, folder)));
    }

    private static Advice down(Facts facts, String socket) {
        return new Advice(
                "lock-daemon-down",
                "the lock daemon of %s does not answer, and no guest is started there without it"
                        .formatted(facts.host()),
                with("the error names its socket, %s".formatted(socket), facts),
                List.of(new Remedy(
                        "start it on %s: systemctl start virtlockd, then restart libvirtd there"
                                .formatted(facts.host()),
                        List.of(),
                        "libvirtd tells it of the lockspaces only when it starts itself; guests run on")));
    }

    private static Advice unknown(Facts facts, String folder) {
        return new Advice(
                "lockspace-unknown",
                "the lock daemon of %s was started anew, and does not know where the leases are"
                        .formatted(facts.host()),
                with("the error names the folder of the leases, %s".formatted(folder), facts),
                List.of(new Remedy(
                        "restart libvirtd on %s: systemctl restart libvirtd".formatted(facts.host()),
                        List.of(),
                        "it tells the lock daemon of the folder only when it starts itself; guests run on")));
    }

    private static List<String> with(String first, Facts facts) {
        return Stream.concat(Stream.of(first), facts.more().stream()).toList();
    }
}
