package io.vmsh.advice;

import io.vmsh.advice.MigrationFacts.CacheDrop;
import io.vmsh.advice.MigrationFacts.Namesake;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.GuestDisk;
import io.vmsh.hypervisor.GuestXml;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Node;
import io.vmsh.probe.FileLook;
import io.vmsh.probe.FileLook.Seen;
import io.vmsh.probe.HostShell;
import io.vmsh.probe.HypervisorUri;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Address;
import io.vmsh.spec.Invocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out about a migration that failed: from the guest's definition, both hosts, and the files on them. */
final class MigrationLook {
    private static final String QEMU_DROP_CACHE = "migration-file-drop-cache";

    /** As libvirt writes versions: QEMU 4.0.0 and libvirt 5.7.0 brought it. */
    private static final long FIRST_QEMU = 4_000_000;

    private static final long FIRST_LIBVIRT = 5_007_000;

    private final Sessions sessions;
    private final Failure failure;
    private final Session source;
    private final String destination;
    private final Optional<Session> target;

    MigrationLook(Sessions sessions, Failure failure, Session source) {
        this.sessions = sessions;
        this.failure = failure;
        this.source = source;
        this.destination = word("desturi");
        this.target = sessions.find(destination);
    }

    /** The facts; those that nobody can tell are missing in them. */
    MigrationFacts facts() {
        String name = guestName();
        try (Domain guest = source.hypervisor().domains().find(name)) {
            GuestXml xml = guest.definition().read(Set.of());
            List<DiskFacts> disks = disks(xml.disks());
            String newName = failure.statement()
                    .words()
                    .getOrDefault("dname", List.of(guest.name()))
                    .getFirst();
            return new MigrationFacts(
                    failure.reason().code(),
                    failure.statement(),
                    guest.name(),
                    word("domain"),
                    source.name(),
                    destination,
                    Optional.of(guest.id() != -1),
                    disks,
                    cacheDrop(xml),
                    guest.definition().snapshots(false),
                    atTarget(newName)
                            .map(other ->
                                    new Namesake(other.uuid(), other.uuid().equals(guest.uuid()), other.active())),
                    atTarget(guest.uuid()).map(Found::name).filter(other -> !other.equals(newName)),
                    sameHost(),
                    target.isPresent());
        }
    }

    /** What the destination knows under a name or UUID. */
    private Optional<Found> atTarget(String nameOrUuid) {
        if (target.isEmpty() || target.get().equals(source)) {
            return Optional.empty();
        }
        try {
            Hypervisor host = target.get().hypervisor();
            try (Domain guest = host.domains().find(nameOrUuid)) {
                return Optional.of(new Found(guest.name(), guest.uuid(), guest.id() != -1));
            }
        } catch (HypervisorException none) {
            return Optional.empty();
        }
    }

    private CacheDrop cacheDrop(GuestXml xml) {
        if (xml.removedCapabilities().contains(QEMU_DROP_CACHE)) {
            return CacheDrop.REMOVED;
        }
        try {
            Node node = source.hypervisor().node();
            long qemu = node.hypervisorVersion();
            if (qemu == 0 || !node.type().equals("QEMU")) {
                return CacheDrop.UNKNOWN;
            }
            return qemu >= FIRST_QEMU && node.daemonVersion() >= FIRST_LIBVIRT ? CacheDrop.EXPECTED : CacheDrop.TOO_OLD;
        } catch (HypervisorException untold) {
            return CacheDrop.UNKNOWN;
        }
    }

    private boolean sameHost() {
        if (failure.reason().code() != ErrorCode.INTERNAL_ERROR || target.isEmpty()) {
            return false;
        }
        return target.get().equals(source) || hostUuid(target.get()).equals(hostUuid(source));
    }

    private static List<String> hostUuid(Session session) {
        Hypervisor host = session.hypervisor();
        return host.xmlQuery().select(host.node().capabilities(), "/capabilities/host/uuid");
    }

    private record Found(String name, String uuid, boolean active) {}

    private List<DiskFacts> disks(List<GuestDisk> disks) {
        List<String> paths = disks.stream()
                .filter(disk -> disk.type().equals("file"))
                .flatMap(disk -> Optional.ofNullable(disk.source()).stream())
                .toList();
        Map<String, Seen> here = look(source.hypervisor().uri(), paths);
        Map<String, Seen> there =
                look(target.map(session -> session.hypervisor().uri()).orElse(destination), paths);
        return disks.stream()
                .map(disk -> new DiskFacts(
                        disk,
                        isCopied(disk),
                        Optional.ofNullable(here.get(String.valueOf(disk.source()))),
                        Optional.ofNullable(there.get(String.valueOf(disk.source())))))
                .toList();
    }

    private static Map<String, Seen> look(String uri, List<String> paths) {
        return paths.isEmpty()
                ? Map.of()
                : HypervisorUri.parse(uri)
                        .flatMap(HostShell::of)
                        .map(shell -> FileLook.at(shell, paths))
                        .orElse(Map.of());
    }

    /** As libvirt chooses what to copy: the disks that are named, else all that are written to by this guest alone. */
    private boolean isCopied(GuestDisk disk) {
        Invocation statement = failure.statement();
        if (!statement.flags().contains("copy-storage-all")
                && !statement.flags().contains("copy-storage-inc")) {
            return false;
        }
        List<String> named = statement.words().get("migrate-disks");
        return named == null
                ? !disk.readOnly() && !disk.shareable()
                : List.of(named.getFirst().split(",", -1)).contains(disk.target());
    }

    private String guestName() {
        Address address = Address.parse(word("domain"));
        return address.session() != null && sessions.find(address.session()).isPresent()
                ? address.name()
                : address.word();
    }

    private String word(String parameter) {
        return failure.statement().words().getOrDefault(parameter, List.of("")).getFirst();
    }
}
