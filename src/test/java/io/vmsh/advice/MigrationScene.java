package io.vmsh.advice;

import io.vmsh.advice.MigrationFacts.CacheDrop;
import io.vmsh.advice.MigrationFacts.Namesake;
import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.hypervisor.DomainState;
import io.vmsh.hypervisor.DomainStatus;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.GuestDisk;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.JobOperation;
import io.vmsh.hypervisor.XmlElement;
import io.vmsh.libvirt.LibvirtConnector;
import io.vmsh.probe.FileLook.Seen;
import io.vmsh.probe.FileSystem;
import io.vmsh.probe.HostSettings;
import io.vmsh.probe.Knock;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Binder;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.LineLexer;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Facts of a refused migration of a running guest; each test changes what it is about. */
final class MigrationScene {
    private static final Spec MIGRATE = Spec.of("migrate", Group.DOMAIN, "move a guest")
            .takes(
                    Arg.of("domain", Value.DOMAIN, "guest"),
                    Arg.of("desturi", Value.SESSION, "where to"),
                    Flag.of("live", ""),
                    Flag.of("offline", ""),
                    Flag.of("persistent", ""),
                    Flag.of("copy-storage-all", ""),
                    Flag.of("unsafe", ""),
                    Flag.of("copy-storage-inc", ""),
                    Flag.of("tunnelled", ""),
                    Flag.of("p2p", ""),
                    Flag.of("direct", ""),
                    Flag.of("parallel", ""),
                    Flag.of("zerocopy", ""),
                    Flag.of("compressed", ""),
                    Flag.of("auto-converge", ""),
                    Flag.of("postcopy", ""),
                    Flag.of("postcopy-resume", ""),
                    Flag.of("tls", ""),
                    Opt.of("dname", Value.TEXT, ""),
                    Opt.of("migrateuri", Value.TEXT, ""),
                    Opt.of("listen-address", Value.TEXT, ""),
                    Opt.of("xml", Value.TEXT, ""),
                    Opt.of("comp-methods", Value.TEXT, ""),
                    Opt.of("comp-xbzrle-cache", Value.INT, ""),
                    Opt.of("comp-mt-level", Value.INT, ""),
                    Opt.of("auto-converge-initial", Value.INT, ""),
                    Opt.of("parallel-connections", Value.INT, ""),
                    Opt.of("tls-destination", Value.TEXT, ""),
                    Opt.of("bandwidth", Value.INT, ""));

    ErrorCode error = ErrorCode.MIGRATE_UNSAFE;
    String statement = "migrate --live web1 kvm2 --bandwidth 8";
    Optional<Boolean> running = Optional.of(true);
    final List<DiskFacts> disks = new ArrayList<>();
    CacheDrop cacheDrop = CacheDrop.UNKNOWN;
    int snapshots;
    Optional<Namesake> namesake = Optional.empty();
    Optional<String> sameUuid = Optional.empty();
    boolean sameHost;
    Naming naming = Naming.NOTHING;
    GuestFacts moving = GuestFacts.UNKNOWN;
    HostFacts here = HostFacts.of(HostFacts.Reach.OPEN);
    HostFacts.Reach reachThere = HostFacts.Reach.OPEN;
    Optional<String> hostname = Optional.of("kvm2.example.org");
    final Map<String, Boolean> networks = new HashMap<>();
    final Map<String, Seen> files = new HashMap<>();
    final Map<String, Boolean> pools = new HashMap<>();
    final Map<String, Long> sizes = new HashMap<>();
    Optional<String> kindRefusal = Optional.empty();
    Optional<String> cpuRefusal = Optional.empty();
    Optional<HostSettings> settings = Optional.empty();
    Optional<List<String>> certificate = Optional.empty();
    List<String> lastWords = List.of();
    WayFacts way = WayFacts.UNKNOWN;

    /** A migration that failed with this number, and a text that names this. */
    static MigrationScene failed(ErrorCode error, String text) {
        MigrationScene scene = new MigrationScene();
        scene.error = error;
        scene.naming = new Naming(text);
        return scene;
    }

    MigrationScene by(String typed) {
        statement = typed;
        return this;
    }

    /** The guest has these devices. */
    MigrationScene devices(String xml) {
        moving = new GuestFacts(domain(xml), moving.status(), moving.job());
        return this;
    }

    MigrationScene status(DomainState state, int reason) {
        moving = new GuestFacts(moving.xml(), Optional.of(new DomainStatus(state, reason)), moving.job());
        return this;
    }

    MigrationScene job(JobOperation operation) {
        moving = new GuestFacts(moving.xml(), moving.status(), Optional.of(operation));
        return this;
    }

    /** A file that the destination does not have. */
    MigrationScene lacks(String path) {
        files.put(path, new Seen(Optional.empty(), Optional.empty(), 0, ""));
        return this;
    }

    MigrationScene way(Boolean known, Knock knock, Knock daemon, String sshAnswer) {
        way = new WayFacts(
                hostname,
                Optional.ofNullable(known),
                Optional.ofNullable(knock),
                "kvm1",
                Optional.ofNullable(daemon),
                Optional.ofNullable(sshAnswer));
        return this;
    }

    private static XmlElement domain(String devices) {
        try (Hypervisor test = new LibvirtConnector()
                .open(new ConnectRequest(
                        "test:///default", false, ConnectRequest.KeepAlive.DEFAULT, ConnectRequest.Credentials.NONE))) {
            return test.xmlQuery().tree("""
                    <domain type='qemu'><name>web1</name><memory unit='KiB'>131072</memory>
                    <os><type arch='x86_64' machine='pc-q35-9.0'>hvm</type></os>
                    <devices><emulator>/opt/qemu</emulator>%s</devices></domain>""".formatted(devices));
        }
    }

    private HostFacts there() {
        return new HostFacts(
                reachThere,
                hostname,
                networks,
                files,
                pools,
                sizes,
                kindRefusal,
                cpuRefusal,
                OptionalLong.of(1 << 20),
                settings,
                certificate,
                lastWords);
    }

    MigrationScene disk(String fileSystem, String cache) {
        return disk(fileSystem, cache, Optional.empty());
    }

    MigrationScene disk(String fileSystem, String cache, Optional<Seen> there) {
        GuestDisk disk = new GuestDisk(
                "vd" + (char) ('a' + disks.size()), "file", "disk", "/srv/web1.qcow2", null, cache, false, false);
        disks.add(new DiskFacts(disk, false, seen(fileSystem), there));
        return this;
    }

    static Optional<Seen> seen(String fileSystem) {
        return fileSystem == null
                ? Optional.empty()
                : Optional.of(
                        new Seen(Optional.of(new FileSystem(fileSystem)), Optional.of("17"), 1000, "/srv/web1.qcow2"));
    }

    MigrationFacts facts() {
        Invocation invocation =
                new Binder(name -> MIGRATE).bind(new LineLexer(statement)).getFirst();
        return new MigrationFacts(
                error,
                naming,
                invocation,
                "web1",
                "web1",
                "kvm1",
                "kvm2",
                running,
                disks,
                cacheDrop,
                snapshots,
                namesake,
                sameUuid,
                sameHost,
                true,
                moving,
                here,
                there(),
                way);
    }

    Optional<Advice> advice() {
        return Advisor.MIGRATION_RULES.stream()
                .flatMap(rule -> rule.explain(facts()).stream())
                .findFirst();
    }

    String code() {
        return advice().map(Advice::code).orElse("none");
    }

    List<String> statements(int remedy) {
        return advice().orElseThrow().remedies().get(remedy - 1).statements();
    }
}
