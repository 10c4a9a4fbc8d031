package io.vmsh.advice;

import io.vmsh.advice.HostFacts.Reach;
import io.vmsh.advice.MigrationFacts.CacheDrop;
import io.vmsh.advice.MigrationFacts.Namesake;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.GuestDisk;
import io.vmsh.hypervisor.GuestXml;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Node;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.Volume;
import io.vmsh.hypervisor.XmlElement;
import io.vmsh.probe.FileLook.Seen;
import io.vmsh.probe.HostSettings;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.session.Within;
import io.vmsh.spec.Address;
import io.vmsh.spec.Invocation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out about a migration that failed: from the guest's definition, both hosts, and the files on them. A host that has
 * just gone may leave every question unanswered, so none is waited for longer than {@link #LIMIT}.
 */
final class MigrationLook {
    static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String QEMU_DROP_CACHE = "migration-file-drop-cache";

    /** As libvirt writes versions: QEMU 4.0.0 and libvirt 5.7.0 brought it. */
    private static final long FIRST_QEMU = 4_000_000;

    private static final long FIRST_LIBVIRT = 5_007_000;

    private final Failure failure;
    private final Session source;
    private final String destination;
    private final Optional<Session> target;
    private final boolean sourceLost;
    private final boolean targetLost;
    private final String word;

    MigrationLook(Sessions sessions, Failure failure, Session source) {
        this.failure = failure;
        this.source = source;
        this.destination = word("desturi");
        this.target = sessions.find(destination);
        // Asked first: a question to a session that is lost opens it anew.
        this.sourceLost = source.state() == Session.State.LOST;
        this.targetLost =
                target.filter(session -> session.state() == Session.State.LOST).isPresent();
        Address address = Address.parse(word("domain"));
        this.word =
                address.session() != null && sessions.find(address.session()).isPresent()
                        ? address.name()
                        : address.word();
    }

    /** What the source knows of the guest. */
    private record Guest(
            String name,
            String uuid,
            boolean active,
            List<GuestDisk> disks,
            CacheDrop cacheDrop,
            int snapshots,
            @Nullable String cpu,
            GuestFacts facts) {
        static Guest unknown(String word) {
            return new Guest(word, "", false, List.of(), CacheDrop.UNKNOWN, 0, null, GuestFacts.UNKNOWN);
        }
    }

    /** What the destination knows under a name or UUID. */
    private record Found(String name, String uuid, boolean active) {}

    /** What the destination has that is, or is called like, the guest; and whether it is the source itself. */
    private record Twins(Optional<Found> name, Optional<Found> uuid, boolean sameHost) {
        static final Twins NONE = new Twins(Optional.empty(), Optional.empty(), false);
    }

    /** The facts; those that nobody can tell are missing in them. */
    MigrationFacts facts() {
        Within.Answer<Guest> here = Within.limit(LIMIT, "look at " + source.name(), this::guest);
        boolean known = here.told().isPresent();
        Guest guest = here.told().orElseGet(() -> Guest.unknown(word));
        Optional<HostLook> sourceLook = known ? HostLook.of(source, failure) : Optional.empty();
        List<String> paths = paths(guest);
        Optional<HostSettings> settings = sourceLook.flatMap(HostLook::settings);
        Map<String, Seen> filesHere =
                sourceLook.map(look -> look.files(paths, TlsRules::clientFiles)).orElse(Map.of());
        Optional<HostLook> targetLook = target.flatMap(session -> HostLook.of(session, failure));
        Reach there = target.map(session -> HostLook.reach(session, targetLost, LIMIT))
                .orElse(Reach.UNKNOWN);
        HostFacts thereFacts = there.answers()
                ? targetLook
                        .map(look -> look.facts(there, guest.facts().xml(), guest.cpu(), paths, TlsRules::serverFiles))
                        .orElse(HostFacts.of(there))
                : HostFacts.of(there);
        Twins twins = there.answers() && known ? twins(guest) : Twins.NONE;
        Map<String, Seen> filesThere = thereFacts.files().isEmpty() && target.isEmpty()
                ? HostLook.filesAt(destination, paths)
                : thereFacts.files();
        HostFacts hereFacts = known
                ? sourceLook
                        .map(look -> look.sourceFacts(
                                new Reach(sourceLost, true, Optional.empty(), Optional.empty()), paths, filesHere))
                        .orElse(HostFacts.of(Reach.OPEN))
                : HostFacts.of(HostLook.reachOf(source, sourceLost, here));
        return new MigrationFacts(
                failure.reason().code(),
                new Naming(failure.reason().message()),
                failure.statement(),
                guest.name(),
                word("domain"),
                source.name(),
                destination,
                known ? Optional.of(guest.active()) : Optional.empty(),
                disks(guest.disks(), filesHere, filesThere),
                guest.cacheDrop() == CacheDrop.EXPECTED && filtered(settings) ? CacheDrop.FILTERED : guest.cacheDrop(),
                guest.snapshots(),
                twins.name()
                        .map(other -> new Namesake(other.uuid(), other.uuid().equals(guest.uuid()), other.active())),
                twins.uuid().map(Found::name).filter(other -> !other.equals(newName(guest))),
                twins.sameHost(),
                target.isPresent(),
                guest.facts(),
                hereFacts,
                thereFacts,
                sourceLook.map(look -> look.way(thereFacts, targetUri())).orElse(WayFacts.UNKNOWN));
    }

    private String targetUri() {
        return target.map(
                        session -> Optional.ofNullable(session.request().uri()).orElse(""))
                .orElse(destination);
    }

    private Guest guest() {
        try (Domain guest = source.hypervisor().domains().find(word)) {
            String text = guest.definition().xml(Set.of());
            GuestXml xml = guest.definition().read(Set.of());
            Hypervisor host = source.hypervisor();
            return new Guest(
                    guest.name(),
                    guest.uuid(),
                    guest.id() != -1,
                    xml.disks().stream().map(disk -> resolved(disk, host)).toList(),
                    cacheDrop(xml),
                    guest.definition().snapshots(false),
                    host.xmlQuery().select(text, "/domain/cpu").stream()
                            .findFirst()
                            .orElse(null),
                    HostLook.guestFacts(guest, host.xmlQuery().tree(text)));
        }
    }

    /** A volume of a pool, as libvirt itself takes it: by its path. */
    private static GuestDisk resolved(GuestDisk disk, Hypervisor host) {
        if (!disk.type().equals("volume") || disk.pool() == null || disk.source() == null) {
            return disk;
        }
        try (Pool pool = host.pools().findByName(disk.pool());
                Volume volume = pool.findVolume(disk.source())) {
            String type = switch (volume.info().type()) {
                case FILE -> "file";
                case BLOCK -> "block";
                default -> disk.type();
            };
            return new GuestDisk(
                    disk.target(),
                    type,
                    disk.device(),
                    volume.path(),
                    disk.pool(),
                    disk.cache(),
                    disk.readOnly(),
                    disk.shareable());
        } catch (HypervisorException unknown) {
            return disk;
        }
    }

    /** All files that the guest needs on a host. */
    private static List<String> paths(Guest guest) {
        List<String> paths = new ArrayList<>();
        guest.disks().stream()
                .filter(disk -> disk.type().equals("file"))
                .flatMap(disk -> Optional.ofNullable(disk.source()).stream())
                .forEach(paths::add);
        XmlElement xml = guest.facts().xml();
        paths.addAll(StorageRules.backing(xml));
        xml.text("devices/emulator").ifPresent(paths::add);
        xml.all("devices/filesystem/source")
                .forEach(folder -> folder.attribute("dir").ifPresent(paths::add));
        NetworkRules.devices(xml).forEach(device -> paths.add(NetworkRules.DEVICES + device));
        return paths.stream().distinct().toList();
    }

    private String newName(Guest guest) {
        return failure.statement()
                .words()
                .getOrDefault("dname", List.of(guest.name()))
                .getFirst();
    }

    private Twins twins(Guest guest) {
        return Within.limit(
                        LIMIT,
                        "look for " + guest.name() + " on " + destination,
                        () -> new Twins(atTarget(newName(guest)), atTarget(guest.uuid()), sameHost()))
                .told()
                .orElse(Twins.NONE);
    }

    private Optional<Found> atTarget(String nameOrUuid) {
        if (target.isEmpty() || target.get().equals(source)) {
            return Optional.empty();
        }
        try (Domain guest = target.get().hypervisor().domains().find(nameOrUuid)) {
            return Optional.of(new Found(guest.name(), guest.uuid(), guest.id() != -1));
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

    private static boolean filtered(Optional<HostSettings> settings) {
        return settings.flatMap(known -> known.get(HostSettings.QEMU, "capability_filters"))
                .filter(filters -> filters.contains(QEMU_DROP_CACHE))
                .isPresent();
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

    private List<DiskFacts> disks(List<GuestDisk> disks, Map<String, Seen> here, Map<String, Seen> there) {
        return disks.stream()
                .map(disk -> new DiskFacts(
                        disk,
                        isCopied(disk),
                        Optional.ofNullable(here.get(String.valueOf(disk.source()))),
                        Optional.ofNullable(there.get(String.valueOf(disk.source())))))
                .toList();
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

    private String word(String parameter) {
        return failure.statement().words().getOrDefault(parameter, List.of("")).getFirst();
    }
}
