package io.vmsh.guide;

import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.XmlElement;
import io.vmsh.probe.Host;
import io.vmsh.probe.HostShell.Output;
import io.vmsh.session.Session;
import io.vmsh.spec.StatementText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Steps from an NFS server and some hypervisors to one pool that all of them have, on the same storage. */
public final class SharedStorage {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Mounts it for a moment, in a folder of its own. */
    private static final String TRY_MOUNT = """
            folder=$(mktemp -d) || exit 1
            timeout 40 mount -t nfs -o nodev,nosuid "$1" "$folder"
            code=$?
            if [ $code = 0 ]; then
                ls "$folder" >/dev/null || code=$?
                umount "$folder"
            fi
            rmdir "$folder"
            exit $code""";

    private final Wanted wanted;
    private final Sites sites;
    private final List<Session> sessions;

    /**
     * Steps for some sessions.
     *
     * @param sessions the hypervisors
     */
    public SharedStorage(Wanted wanted, Sites sites, List<Session> sessions) {
        this.wanted = wanted;
        this.sites = sites;
        this.sessions = List.copyOf(sessions);
    }

    /**
     * What there is to be.
     *
     * @param server the host that exports, by the name that the others mount it by
     * @param path the folder that it exports
     * @param pool the pool's name everywhere
     * @param target the folder in which it is mounted everywhere
     * @param clients who may mount it: networks and hosts; empty for the hypervisors' own addresses
     */
    public record Wanted(String server, String path, String pool, String target, List<String> clients) {
        public Wanted {
            clients = List.copyOf(clients);
        }
    }

    /** The steps. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>(server());
        List<Step> before = List.copyOf(steps);
        List<Step> active = new ArrayList<>();
        for (Session session : sessions) {
            List<Step> own = hypervisor(session, before);
            steps.addAll(own);
            active.add(own.getLast());
        }
        steps.add(new Step(
                        "",
                        "seen by all",
                        () -> PoolComparison.of(wanted.pool(), sessions).look())
                .after(active));
        return steps;
    }

    private List<Step> server() {
        String place = wanted.server();
        Step folder = new Step(place, "folder to export", this::folder);
        Step export = step(place, "export", server -> server.export(wanted.pool(), wanted.path(), clients()));
        Step services = step(place, "NFS services", NfsServer::services).after(List.of(folder, export));
        Step firewall = step(
                place,
                "firewall lets NFS in",
                server -> new Firewall(server.host(), server.ports()).openTo(address(), others()));
        Step visible = step(
                        place,
                        "export is visible",
                        server -> sessions.stream()
                                .map(session -> server.visible(wanted.path(), address(), sites.host(session)))
                                .reduce((seen, next) -> seen instanceof Look.Right ? next : seen)
                                .orElseThrow())
                .after(List.of(services, firewall));
        return List.of(folder, export, services, firewall, visible);
    }

    private Step step(String place, String title, Function<NfsServer, Look> look) {
        return new Step(place, title, () -> look.apply(NfsServer.of(sites.host(place))));
    }

    /** The server's address: that of its session where it has one. */
    private String address() {
        return sessions.stream()
                .filter(session -> session.name().equals(wanted.server()))
                .map(sites::address)
                .findFirst()
                .orElse(wanted.server());
    }

    private List<Host> others() {
        return sessions.stream()
                .filter(session -> !session.name().equals(wanted.server()))
                .map(sites::host)
                .toList();
    }

    private List<String> clients() {
        return wanted.clients().isEmpty()
                ? sessions.stream().map(sites::address).toList()
                : wanted.clients();
    }

    private Look folder() {
        Host host = sites.host(wanted.server());
        Output is = host.run(LIMIT, List.of("test", "-d", wanted.path()));
        return is.exit() == 0
                ? new Look.Right("%s is there".formatted(wanted.path()))
                : new Look.Missing(
                        "there is no folder %s".formatted(wanted.path()),
                        new Change.Command(
                                host,
                                List.of("mkdir", "-p", wanted.path()),
                                List.of("rmdir", "--ignore-fail-on-non-empty", wanted.path())));
    }

    private List<Step> hypervisor(Session session, List<Step> before) {
        String place = session.name();
        String pool = StatementText.quote(place + "/" + wanted.pool());
        Step mount = new Step(place, "mounts the export", () -> mount(session)).after(before);
        Step defined = new Step(place, "pool defined", () -> defined(session));
        Step built = new Step(place, "folder of the pool", () -> built(session, pool)).after(List.of(defined));
        Step started = new Step(
                        place,
                        "pool started",
                        () -> state(
                                session,
                                Pool::active,
                                "pool %s is active".formatted(wanted.pool()),
                                new Change.Statement("pool-start " + pool, "pool-destroy " + pool)))
                .after(List.of(mount, built));
        Step autostart = new Step(
                        place,
                        "pool starts by itself",
                        () -> state(
                                session,
                                Pool::autostart,
                                "pool %s is started with libvirtd".formatted(wanted.pool()),
                                new Change.Statement(
                                        "pool-autostart " + pool, "pool-autostart %s --disable".formatted(pool))))
                .after(List.of(started));
        return List.of(mount, defined, built, started, autostart);
    }

    private Look mount(Session session) {
        if (pool(session, Pool::active).orElse(false)) {
            return new Look.Right("pool %s has it mounted".formatted(wanted.pool()));
        }
        String source = address() + ":" + wanted.path();
        Output output = sites.host(session).run(LIMIT, List.of("sh", "-c", TRY_MOUNT, "vmsh", source));
        return output.exit() == 0
                ? new Look.Right("%s was mounted and let go again".formatted(source))
                : new Look.Stuck(
                        "%s could not be mounted: %s".formatted(source, output.complaint()),
                        "see that %s has an NFS client (nfs-common, nfs-utils), and that the export names it"
                                .formatted(session.name()));
    }

    private Look defined(Session session) {
        Hypervisor hypervisor = session.hypervisor();
        Optional<String> known = pool(session, pool -> {
            XmlElement xml = hypervisor.xmlQuery().tree(pool.xml(true));
            return "%s %s:%s on %s"
                    .formatted(
                            xml.attribute("type").orElse(""),
                            xml.attribute("source/host", "name").orElse(""),
                            xml.attribute("source/dir", "path").orElse(""),
                            xml.text("target/path").orElse(""));
        });
        String is = "netfs %s:%s on %s".formatted(address(), wanted.path(), wanted.target());
        if (known.isEmpty()) {
            List<String> words = List.of(
                    "pool-define-as",
                    StatementText.quote(wanted.pool()),
                    "netfs",
                    "--source-host",
                    StatementText.quote(address()),
                    "--source-path",
                    StatementText.quote(wanted.path()),
                    "--target",
                    StatementText.quote(wanted.target()));
            return new Look.Missing(
                    "there is no pool %s".formatted(wanted.pool()),
                    new Change.Statement(
                            "on %s %s".formatted(session.name(), String.join(" ", words)),
                            "pool-undefine " + StatementText.quote(session.name() + "/" + wanted.pool())));
        }
        return known.get().equals(is)
                ? new Look.Right("pool %s: %s".formatted(wanted.pool(), is))
                : new Look.Stuck(
                        "pool %s is another one: %s".formatted(wanted.pool(), known.get()),
                        "choose another name by --pool, or undefine that one");
    }

    private Look built(Session session, String pool) {
        if (pool(session, Pool::active).orElse(false)) {
            return new Look.Right("%s is there".formatted(wanted.target()));
        }
        boolean there = sites.host(session)
                        .run(LIMIT, List.of("test", "-d", wanted.target()))
                        .exit()
                == 0;
        return there
                ? new Look.Right("%s is there".formatted(wanted.target()))
                : new Look.Missing(
                        "there is no folder %s".formatted(wanted.target()),
                        new Change.Statement("pool-build " + pool, "pool-delete " + pool));
    }

    private Look state(Session session, Function<Pool, Boolean> is, String evidence, Change change) {
        return pool(session, is).orElse(false)
                ? new Look.Right(evidence)
                : new Look.Missing("not: " + evidence, change);
    }

    private <T> Optional<T> pool(Session session, Function<Pool, T> question) {
        try (Pool pool = session.hypervisor().pools().findByName(wanted.pool())) {
            return Optional.of(question.apply(pool));
        } catch (HypervisorException none) {
            if (none.code() == ErrorCode.NO_STORAGE_POOL) {
                return Optional.empty();
            }
            throw none;
        }
    }
}
