package io.vmsh.guide;

import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainFilter;
import io.vmsh.hypervisor.DomainName;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.locks.HostLocks;
import io.vmsh.locks.HostLocks.DiskLock;
import io.vmsh.locks.HostLocks.Grip;
import io.vmsh.locks.HostLook;
import io.vmsh.locks.HostLook.Daemon;
import io.vmsh.locks.HostLook.Told;
import io.vmsh.locks.LockManager;
import io.vmsh.locks.LockSettings;
import io.vmsh.probe.ConfigFile;
import io.vmsh.probe.Host;
import io.vmsh.probe.HostFile;
import io.vmsh.probe.Service;
import io.vmsh.probe.Service.Action;
import io.vmsh.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The guide {@code locking}: virtlockd keeps every disk from being written by two guests, on all hosts alike. */
public final class Locking {
    public static final String TOPIC = "locking";

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String DAEMON = "virtlockd";
    /** Where systemd listens for virtlockd, that is what has to be started and enabled. */
    private static final String SOCKET = "virtlockd.socket";

    private static final String KEPT =
            "ls -d /etc/libvirt/qemu.conf.vmsh-* /etc/libvirt/qemu-lockd.conf.vmsh-* 2>/dev/null";

    private static final List<String> FILES = List.of(LockSettings.QEMU, LockSettings.LOCKD);

    private final Sites sites;
    private final List<Session> sessions;
    private final Map<String, String> folders;

    /**
     * A guide.
     *
     * @param sessions of the hosts that share storage
     * @param folders of leases by the name of their setting, such as {@code file_lockspace_dir}; one that is not there
     *     stays as the host has it
     */
    public Locking(Sites sites, List<Session> sessions, Map<String, String> folders) {
        this.sites = sites;
        this.sessions = List.copyOf(sessions);
        this.folders = new LinkedHashMap<>(folders);
    }

    /**
     * What a person has to do on hosts that lock by virtlockd where nobody knows what was changed, a sentence a host; none
     * for a host that locks otherwise.
     *
     * @throws io.vmsh.probe.HostException when one cannot be looked at
     */
    public static List<String> byHand(Sites sites, List<Session> sessions) {
        List<String> sentences = new ArrayList<>();
        for (Session session : sessions) {
            Host host = sites.host(session);
            LockSettings settings = HostLook.at(host).settings();
            if (settings.kind() == LockManager.LOCKD) {
                String kept =
                        host.run(LIMIT, List.of("sh", "-c", KEPT)).out().strip().replace("\n", ", ");
                sentences.add("%s: take lock_manager out of %s and restart libvirtd%s"
                        .formatted(
                                session.name(),
                                settings.manager().origin(),
                                kept.isEmpty() ? "" : "; what files were before is in " + kept));
            }
        }
        return sentences;
    }

    /** Its steps: all hosts are looked at before one is changed. */
    public List<Step> steps() {
        List<Step> fit = new ArrayList<>();
        List<Step> made = new ArrayList<>();
        for (Session session : sessions) {
            fit.add(new Step(session.name(), "virtlockd is there, and the files can be edited", () -> fit(session)));
        }
        for (String folder : Set.copyOf(folders.values())) {
            for (Session session : sessions) {
                made.add(new Step(session.name(), folder + " is there", () -> made(session, folder)).after(fit));
            }
        }
        List<Step> before = new ArrayList<>(fit);
        before.addAll(made);
        Step shared = new Step("", "leases are seen by all", this::shared).after(before);
        before.add(shared);
        List<Step> all = new ArrayList<>(before);
        for (Session session : sessions) {
            all.add(new Step(session.name(), "libvirt locks disks by virtlockd", () -> locks(session)).after(before));
        }
        return List.copyOf(all);
    }

    private Look fit(Session session) {
        Told told = HostLook.at(sites.host(session));
        for (String file : FILES) {
            if (told.unreadable().contains(file)) {
                return new Look.Stuck(file + " may be read by root only", "act as root: --sudo");
            }
            Optional<ConfigFile.Mistake> mistake =
                    Optional.ofNullable(told.files().get(file)).flatMap(ConfigFile::mistake);
            if (mistake.isPresent()) {
                return new Look.Stuck(
                        "%s:%d: %s"
                                .formatted(
                                        file,
                                        mistake.get().line(),
                                        mistake.get().what()),
                        "mend that line by hand; the file is left as it is");
            }
        }
        if (told.missing().contains(LockSettings.QEMU)) {
            return new Look.Stuck(LockSettings.QEMU + " is not there", "install libvirt's QEMU driver on that host");
        }
        if (!told.installed() && told.lockDaemon().isEmpty()) {
            return new Look.Stuck(
                    "virtlockd is not installed",
                    "install it there: libvirt-daemon-system (Debian), libvirt-daemon-lock (Fedora)");
        }
        LockManager manager = told.settings().kind();
        return switch (manager) {
            case SANLOCK, OTHER ->
                new Look.Stuck(
                        "it locks by %s".formatted(told.settings().manager().value()),
                        "guests that run would lose those locks: take lock_manager out of %s by hand when none runs"
                                .formatted(LockSettings.QEMU));
            case NONE, LOCKD -> new Look.Right(LockSettings.QEMU + " can be read and edited");
        };
    }

    private Look made(Session session, String folder) {
        Host host = sites.host(session);
        if (host.run(LIMIT, List.of("test", "-d", folder)).exit() == 0) {
            return new Look.Right(folder + " is a folder");
        }
        if (host.run(LIMIT, List.of("test", "-e", folder)).exit() == 0) {
            return new Look.Stuck(folder + " is no folder", "name another one");
        }
        return new Look.Missing(
                folder + " does not exist",
                new Change.Command(
                        host,
                        List.of("mkdir", "-p", "-m", "700", "--", folder),
                        List.of("rmdir", "--ignore-fail-on-non-empty", "--", folder)));
    }

    /** The folders that will hold: those named, else those that are set. */
    private Map<String, String> wanted(LockSettings settings) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(LockSettings.FILE_FOLDER, settings.files().value());
        all.put(LockSettings.VOLUME_FOLDER, settings.volumes().value());
        all.put(LockSettings.SCSI_FOLDER, settings.scsi().value());
        all.putAll(folders);
        all.values().removeIf(String::isEmpty);
        return all;
    }

    private Look shared() {
        Map<String, Map<String, String>> wanted = new LinkedHashMap<>();
        for (Session session : sessions) {
            wanted.put(session.name(), wanted(HostLook.at(sites.host(session)).settings()));
        }
        if (Set.copyOf(wanted.values()).size() > 1) {
            return new Look.Stuck(
                    "the hosts keep their leases in different folders (%s)".formatted(wanted),
                    "name one for all: --file-lockspace DIR");
        }
        Map<String, String> common = wanted.values().iterator().next();
        if (!common.containsKey(LockSettings.FILE_FOLDER)) {
            return new Look.Stuck(
                    "no folder for leases: virtlockd would lock the disks themselves, which other hosts see only where the"
                            + " filesystem carries locks",
                    "name a folder on storage that all hosts mount: --file-lockspace DIR");
        }
        if (sessions.size() == 1) {
            return new Look.Right("only %s was named: name all hosts that share its storage"
                    .formatted(sessions.getFirst().name()));
        }
        for (String folder : Set.copyOf(common.values())) {
            Optional<String> blind = blind(folder);
            if (blind.isPresent()) {
                return new Look.Stuck(
                        "a file written to %s on %s is not seen on %s"
                                .formatted(folder, sessions.getFirst().name(), blind.get()),
                        "mount the same storage there on all of them, or name another folder: --file-lockspace DIR");
            }
        }
        return new Look.Right("a file written to %s on %s was seen on all others"
                .formatted(
                        String.join(", ", Set.copyOf(common.values())),
                        sessions.getFirst().name()));
    }

    /** The first host that does not see a file which another has written; nothing of it stays. */
    private Optional<String> blind(String folder) {
        Host first = sites.host(sessions.getFirst());
        String probe = folder + "/.vmsh-probe-" + UUID.randomUUID();
        if (first.run(LIMIT, List.of("mkdir", "--", probe)).exit() != 0) {
            throw new GuideException("%s: %s cannot be written to".formatted(first.name(), folder));
        }
        try {
            return sessions.stream()
                    .skip(1)
                    .filter(other -> sites.host(other)
                                    .run(LIMIT, List.of("test", "-d", probe))
                                    .exit()
                            != 0)
                    .map(Session::name)
                    .findFirst();
        } finally {
            first.run(LIMIT, List.of("rmdir", "--", probe));
        }
    }

    private Look locks(Session session) {
        Host host = sites.host(session);
        Told told = HostLook.at(host);
        String unit = told.systemd() ? SOCKET : DAEMON;
        if (host.service(unit).manager() == Service.Manager.NONE) {
            return new Look.Stuck(
                    "there is neither systemd nor an init script for virtlockd",
                    "start virtlockd there by hand, before libvirtd, and edit %s".formatted(LockSettings.QEMU));
        }
        List<String> missing = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        daemon(host, told, unit, missing, changes);
        edits(host, told, missing, changes);
        restart(session, host, told, missing, changes);
        if (changes.isEmpty()) {
            session.hypervisor();
            return new Look.Right("%s, process %d, was started with these settings%s"
                    .formatted(
                            told.hypervisor().orElseThrow().name(),
                            told.hypervisor().orElseThrow().process(),
                            unlocked(session, host)));
        }
        List<String> busy = busy(session);
        return busy.isEmpty()
                ? new Look.Missing(String.join(", ", missing), changes)
                : new Look.Stuck(
                        "%s, which takes a restart of libvirtd that would cut off a job of %s"
                                .formatted(String.join(", ", missing), String.join(", ", busy)),
                        "wait for its end, or abort it with domjobabort, and run this again");
    }

    /** Nothing stops virtlockd again: that would end every guest that holds a lock. */
    private static void daemon(Host host, Told told, String unit, List<String> missing, List<Change> changes) {
        if (told.lockDaemon().isEmpty() && !told.lockDaemonOnDemand()) {
            missing.add("virtlockd does not run");
            changes.add(new Change.OfService(host, unit, Action.START, "", Optional.empty()));
        }
        Service service = host.service(unit);
        if (service.installed() && !service.enabled()) {
            missing.add("virtlockd is not started at boot");
            changes.add(Change.OfService.enable(host, unit));
        }
    }

    private void edits(Host host, Told told, List<String> missing, List<Change> changes) {
        HostFile qemu = host.read(LockSettings.QEMU);
        HostFile lockd = host.read(LockSettings.LOCKD);
        String lockdText = lockdText(lockd);
        String qemuText = qemuText(qemu);
        List<Change> edits = new ArrayList<>();
        if (!lockdText.equals(lockd.text())) {
            missing.add("%s does not say where leases are".formatted(LockSettings.LOCKD));
            edits.add(new Change.Edit(host, lockd, lockdText));
        }
        if (!qemuText.equals(qemu.text())) {
            missing.add("%s does not name lockd".formatted(LockSettings.QEMU));
            edits.add(new Change.Edit(host, qemu, qemuText));
        }
        if (!edits.isEmpty()) {
            changes.add(new Change.WhenTakenBack(host, hypervisor(host, told), Action.RESTART));
            changes.addAll(edits);
        }
    }

    private void restart(Session session, Host host, Told told, List<String> missing, List<Change> changes) {
        Optional<Daemon> daemon = told.hypervisor();
        boolean outdated = !told.outdated().isEmpty();
        boolean deaf = daemon.flatMap(running -> told.lockDaemon().filter(locks -> locks.since() > running.since()))
                        .isPresent()
                && !told.lockDaemonOnDemand();
        String name = hypervisor(host, told);
        if (changes.stream().noneMatch(change -> change instanceof Change.Edit)) {
            if (daemon.isEmpty()) {
                missing.add(name + " does not run");
            } else if (outdated) {
                missing.add(name + " was started before its files were edited");
            } else if (deaf) {
                missing.add(name + " was started before virtlockd, which knows no lease folders");
            } else if (!startsDaemon(changes)) {
                return;
            }
        }
        changes.add(new Change.OfService(host, name, Action.RESTART, warning(session, name), Optional.empty()));
    }

    private static boolean startsDaemon(List<Change> changes) {
        return changes.stream()
                .anyMatch(change -> change instanceof Change.OfService service && service.action() == Action.START);
    }

    private static String qemuText(HostFile qemu) {
        ConfigFile file = ConfigFile.parse(qemu.text());
        return file.find(LockSettings.MANAGER)
                        .filter(setting -> setting.value().equals("lockd"))
                        .isPresent()
                ? qemu.text()
                : file.with(LockSettings.MANAGER, ConfigFile.quoted("lockd"));
    }

    private String lockdText(HostFile lockd) {
        String text = lockd.text();
        ConfigFile file = ConfigFile.parse(text);
        // Without the setting, each disk gets one all the same.
        if (file.find(LockSettings.AUTOMATIC)
                .filter(setting -> !setting.value().equals("1"))
                .isPresent()) {
            text = file.with(LockSettings.AUTOMATIC, "1");
        }
        for (Map.Entry<String, String> folder : folders.entrySet()) {
            ConfigFile now = ConfigFile.parse(text);
            if (now.find(folder.getKey())
                    .filter(setting -> setting.value().equals(folder.getValue()))
                    .isEmpty()) {
                text = now.with(folder.getKey(), ConfigFile.quoted(folder.getValue()));
            }
        }
        return text;
    }

    private static String warning(Session session, String service) {
        List<String> running = active(session).stream().map(DomainName::name).toList();
        return "restarting %s on %s: guests run on, statements and consoles that are under way there are cut off%s"
                .formatted(
                        service,
                        session.name(),
                        running.isEmpty()
                                ? ""
                                : "; guests that run get their locks only when they are shut off and started again: "
                                        + String.join(", ", running));
    }

    /** Guests that were started before locks were on have none. */
    private static String unlocked(Session session, Host host) {
        Set<String> without = HostLocks.at(session, Optional.of(host)).disks().stream()
                .filter(lock -> lock.grip() == Grip.LOST)
                .map(DiskLock::guest)
                .map(guest -> guest.name())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        return without.isEmpty() ? "" : "; without a lock until a cold-restart: " + String.join(", ", without);
    }

    private static List<String> busy(Session session) {
        List<String> busy = new ArrayList<>();
        for (DomainName guest : active(session)) {
            try (Domain domain = session.hypervisor().domains().find(guest.uuid())) {
                if (domain.job().stats(Set.of()).type().running()) {
                    busy.add(guest.name());
                }
            } catch (HypervisorException gone) {
                // It has ended, or knows no jobs.
            }
        }
        return busy;
    }

    /** Those that run; none where libvirt does not answer, since then nothing can be cut off. */
    private static List<DomainName> active(Session session) {
        try {
            Hypervisor hypervisor = session.hypervisor();
            return hypervisor.domains().names(EnumSet.of(DomainFilter.ACTIVE));
        } catch (HypervisorException | io.vmsh.session.CannotConnectException away) {
            return List.of();
        }
    }

    /** The service that runs guests. */
    private static String hypervisor(Host host, Told told) {
        return told.hypervisor()
                .map(Daemon::name)
                .orElseGet(() -> host.service("virtqemud").enabled() ? "virtqemud" : "libvirtd");
    }
}
