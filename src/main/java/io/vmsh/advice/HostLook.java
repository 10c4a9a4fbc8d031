package io.vmsh.advice;

import io.vmsh.advice.HostFacts.Reach;
import io.vmsh.hypervisor.Capabilities.GuestKind;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.JobOperation;
import io.vmsh.hypervisor.JobProgress;
import io.vmsh.hypervisor.Network;
import io.vmsh.hypervisor.PoolSelection;
import io.vmsh.hypervisor.PoolSummary;
import io.vmsh.hypervisor.XmlElement;
import io.vmsh.probe.Addresses;
import io.vmsh.probe.FileLook;
import io.vmsh.probe.FileLook.Seen;
import io.vmsh.probe.HostSettings;
import io.vmsh.probe.HostShell;
import io.vmsh.probe.HypervisorUri;
import io.vmsh.probe.Knock;
import io.vmsh.probe.KnockFrom;
import io.vmsh.session.Session;
import io.vmsh.session.Within;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at one host of a failed migration, for what the error's number makes worth a look. */
final class HostLook {
    private static final Duration SHELL_LIMIT = Duration.ofSeconds(8);
    private static final Set<ErrorCode> CPU_ERRORS =
            EnumSet.of(ErrorCode.CPU_INCOMPATIBLE, ErrorCode.OPERATION_FAILED, ErrorCode.CONFIG_UNSUPPORTED);
    private static final Set<ErrorCode> KIND_ERRORS = EnumSet.of(ErrorCode.SYSTEM_ERROR, ErrorCode.CONFIG_UNSUPPORTED);
    private static final Set<ErrorCode> POOL_ERRORS =
            EnumSet.of(ErrorCode.NO_STORAGE_POOL, ErrorCode.NO_STORAGE_VOL, ErrorCode.CONFIG_UNSUPPORTED);
    private static final Set<ErrorCode> WAY_ERRORS =
            EnumSet.of(ErrorCode.SYSTEM_ERROR, ErrorCode.OPERATION_FAILED, ErrorCode.RPC);
    private static final Pattern VIRTUAL_SIZE = Pattern.compile("(?m)^(/.*)\\t(\\d{1,18})$");

    /** For each image a line with its path and its size, with a tab between. */
    private static final String SIZES = """
            for image; do
                size=$(qemu-img info -U --output=json -- "$image" 2>/dev/null |
                    sed -n 's/.*"virtual-size": *\\([0-9]*\\).*/\\1/p' | tail -1)
                printf '%s\\t%s\\n' "$image" "$size"
            done""";

    /** Of a log that was written to within the last two minutes, by the host's own clock. */
    private static final String LAST_WORDS = "[ -z \"$(find \"$1\" -mmin -2 2>/dev/null)\" ] || tail -n 3 -- \"$1\"";

    private final Session session;
    private final Failure failure;
    private final Optional<HostShell> shell;
    private final Optional<HostSettings> settings;

    private HostLook(Session session, Failure failure, Optional<HypervisorUri> uri) {
        this.session = session;
        this.failure = failure;
        this.shell = uri.flatMap(HostShell::of);
        this.settings = shell.flatMap(HostSettings::at);
    }

    static Optional<HostLook> of(Session session, Failure failure) {
        return session.state() == Session.State.OPEN
                ? Optional.of(new HostLook(session, failure, uri(session)))
                : Optional.empty();
    }

    private static Optional<HypervisorUri> uri(Session session) {
        return Optional.ofNullable(session.request().uri()).flatMap(HypervisorUri::parse);
    }

    Optional<HostSettings> settings() {
        return settings;
    }

    /** Whether a host answers; opens its session anew if that was lost. */
    static Reach reach(Session session, boolean lost, Duration limit) {
        Within.Answer<String> answer = Within.limit(
                limit,
                "ask " + session.name(),
                () -> session.hypervisor().node().hostname());
        return reachOf(session, lost, answer);
    }

    static Reach reachOf(Session session, boolean lost, Within.Answer<?> answer) {
        return switch (answer) {
            case Within.Told<?> told -> new Reach(lost, true, Optional.empty(), Optional.empty());
            case Within.Refused<?>(HypervisorException reason)
            when reason.code() == ErrorCode.NO_DOMAIN -> new Reach(lost, true, Optional.empty(), Optional.empty());
            case Within.Refused<?>(HypervisorException reason) ->
                new Reach(lost, false, Optional.of(reason.message()), knock(session));
            case Within.Silence<?> silence ->
                new Reach(
                        lost,
                        false,
                        Optional.of("no answer within %d s".formatted(MigrationLook.LIMIT.toSeconds())),
                        knock(session));
        };
    }

    private static Optional<Knock> knock(Session session) {
        return uri(session)
                .filter(parsed -> parsed.knockablePort().isPresent())
                .map(parsed -> Knock.at(parsed.host(), parsed.knockablePort().getAsInt()));
    }

    /** Files at the host of a URI that is no session's. */
    static Map<String, Seen> filesAt(String uri, List<String> paths) {
        return paths.isEmpty()
                ? Map.of()
                : HypervisorUri.parse(uri)
                        .flatMap(HostShell::of)
                        .map(there -> FileLook.at(there, paths))
                        .orElse(Map.of());
    }

    /** Files on this host, and those that encryption needs if it was asked for. */
    Map<String, Seen> files(List<String> paths, Function<HostFacts, List<String>> certificates) {
        List<String> all = new ArrayList<>(paths);
        if (failure.statement().flags().contains("tls")) {
            all.addAll(certificates.apply(withSettings()));
        }
        return all.isEmpty()
                ? Map.of()
                : shell.map(there -> FileLook.at(there, all)).orElse(Map.of());
    }

    private HostFacts withSettings() {
        return seen(Reach.UNKNOWN, Map.of(), Map.of());
    }

    HostFacts sourceFacts(Reach reach, List<String> paths, Map<String, Seen> files) {
        return seen(reach, files, sizes(paths));
    }

    private HostFacts seen(Reach reach, Map<String, Seen> files, Map<String, Long> sizes) {
        return new HostFacts(
                reach,
                Optional.empty(),
                Map.of(),
                files,
                Map.of(),
                sizes,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                settings,
                Optional.empty(),
                List.of());
    }

    /** All that may be the matter with the destination. */
    HostFacts facts(
            Reach reach,
            XmlElement guest,
            @Nullable String cpu,
            List<String> paths,
            Function<HostFacts, List<String>> certificates) {
        Map<String, Seen> files = files(paths, certificates);
        Within.Answer<HostFacts> facts = Within.limit(
                MigrationLook.LIMIT, "look at " + session.name(), () -> asked(reach, guest, cpu, paths, files));
        return facts.told().orElse(HostFacts.of(reach));
    }

    private HostFacts asked(
            Reach reach, XmlElement guest, @Nullable String cpu, List<String> paths, Map<String, Seen> files) {
        Hypervisor host = session.hypervisor();
        ErrorCode error = failure.reason().code();
        GuestKind kind = kind(guest);
        return new HostFacts(
                reach,
                Optional.of(host.node().hostname()),
                networks(host, NetworkRules.networks(guest)),
                files,
                POOL_ERRORS.contains(error) ? pools(host) : Map.of(),
                sizes(paths),
                KIND_ERRORS.contains(error) ? refusal(() -> host.capabilities().ofGuests(kind)) : Optional.empty(),
                CPU_ERRORS.contains(error) && cpu != null
                        ? refusal(() -> {
                            host.capabilities().requireCpu(kind, cpu);
                            return "";
                        })
                        : Optional.empty(),
                error == ErrorCode.INTERNAL_ERROR ? freeMemory(host) : OptionalLong.empty(),
                settings,
                failure.statement().flags().contains("tls") ? certificate() : Optional.empty(),
                WAY_ERRORS.contains(error) || error == ErrorCode.INTERNAL_ERROR ? lastWords(guest) : List.of());
    }

    /** The end of the guest's log on this host. libvirt writes there why QEMU ended, in words that it does not translate. */
    private List<String> lastWords(XmlElement guest) {
        List<String> renamed = failure.statement().words().get("dname");
        Optional<String> name = renamed == null ? guest.text("name") : Optional.of(renamed.getFirst());
        return name.flatMap(word -> shell.flatMap(
                        there -> there.run(SHELL_LIMIT, List.of("sh", "-c", LAST_WORDS, "sh", log(word)))))
                .map(output -> output.out().lines().toList())
                .orElse(List.of());
    }

    static String log(String guest) {
        return "/var/log/libvirt/qemu/%s.log".formatted(guest);
    }

    private static GuestKind kind(XmlElement guest) {
        return new GuestKind(
                guest.text("devices/emulator").orElse(""),
                guest.attribute("os/type", "arch").orElse(""),
                guest.attribute("os/type", "machine").orElse(""),
                guest.attribute("type").orElse(""));
    }

    private static Map<String, Boolean> networks(Hypervisor host, List<String> names) {
        Map<String, Boolean> networks = new HashMap<>();
        for (String name : names) {
            try (Network network = host.networks().find(name)) {
                networks.put(name, network.active());
            } catch (HypervisorException missing) {
                // It is not in the answer.
            }
        }
        return networks;
    }

    private static Map<String, Boolean> pools(Hypervisor host) {
        Map<String, Boolean> pools = new HashMap<>();
        for (PoolSummary pool : host.pools().list(PoolSelection.ALL)) {
            pools.put(pool.name(), pool.active());
        }
        return pools;
    }

    /** Only worth a look where sizes could be the matter. */
    private Map<String, Long> sizes(List<String> paths) {
        boolean copies = failure.statement().flags().stream().anyMatch(flag -> flag.startsWith("copy-storage-"));
        if (!copies || failure.reason().code() != ErrorCode.OPERATION_FAILED || shell.isEmpty()) {
            return Map.of();
        }
        List<String> words = new ArrayList<>(List.of("sh", "-c", SIZES, "sh"));
        words.addAll(paths);
        Map<String, Long> sizes = new HashMap<>();
        shell.get().run(SHELL_LIMIT, words).ifPresent(output -> {
            Matcher line = VIRTUAL_SIZE.matcher(output.out());
            while (line.find()) {
                sizes.put(line.group(1), Long.parseLong(line.group(2)));
            }
        });
        return sizes;
    }

    private static Optional<String> refusal(Supplier<String> question) {
        try {
            var _ = question.get();
            return Optional.empty();
        } catch (HypervisorException refused) {
            return refused.code() == ErrorCode.NO_SUPPORT ? Optional.empty() : Optional.of(refused.message());
        }
    }

    private static OptionalLong freeMemory(Hypervisor host) {
        try {
            Long free = host.capabilities().memory().get("free");
            return free == null ? OptionalLong.empty() : OptionalLong.of(free << 10);
        } catch (HypervisorException untold) {
            return OptionalLong.empty();
        }
    }

    /** The names in QEMU's certificate. */
    private Optional<List<String>> certificate() {
        String file = TlsRules.serverFiles(withSettings()).get(1);
        return shell.flatMap(there -> there.run(SHELL_LIMIT, List.of("cat", file)))
                .filter(output -> output.exit() == 0)
                .flatMap(output -> names(output.out()));
    }

    static Optional<List<String>> names(String pem) {
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            List<String> names = new ArrayList<>();
            if (certificate.getSubjectAlternativeNames() != null) {
                certificate.getSubjectAlternativeNames().forEach(name -> names.add(String.valueOf(name.get(1))));
            }
            if (names.isEmpty()) {
                names.add(certificate.getSubjectX500Principal().getName().replaceFirst("^CN=([^,]*).*", "$1"));
            }
            return Optional.of(List.copyOf(names));
        } catch (CertificateException unreadable) {
            return Optional.empty();
        }
    }

    /** What is between this host, the source, and the destination. */
    WayFacts way(HostFacts there, String targetUri) {
        // With --tls, whichever QEMU gives up first tells, and the other one's words are an internal error.
        boolean encrypted = failure.statement().flags().contains("tls");
        if (!WAY_ERRORS.contains(failure.reason().code()) && !encrypted && !isSsh(targetUri)) {
            return WayFacts.UNKNOWN;
        }
        Optional<String> host = migrationUri()
                .or(() -> there.settings()
                        .flatMap(known -> known.get(HostSettings.QEMU, "migration_host"))
                        .filter(name -> !name.isEmpty()))
                .or(there::hostname);
        Optional<Boolean> known = host.flatMap(
                name -> shell.flatMap(here -> Addresses.from(here, name)).map(addresses -> !addresses.isEmpty()));
        boolean knocks = failure.reason().code() != ErrorCode.INTERNAL_ERROR;
        Optional<Knock> bySource = !knocks || known.filter(is -> is).isEmpty()
                ? Optional.empty()
                : shell.flatMap(
                        here -> Optional.ofNullable(KnockFrom.host(here, host.get(), List.of(WayFacts.FIRST_PORT))
                                .get(WayFacts.FIRST_PORT)));
        Optional<Knock> knock = bySource.or(() ->
                knocks && shell.isEmpty() ? host.map(name -> Knock.at(name, WayFacts.FIRST_PORT)) : Optional.empty());
        return new WayFacts(
                host,
                known,
                knock,
                bySource.isPresent() ? session.name() : "this machine",
                daemon(targetUri),
                sshAnswer(targetUri));
    }

    private Optional<String> migrationUri() {
        List<String> given = failure.statement().words().get("migrateuri");
        return given == null
                ? Optional.empty()
                : Optional.of(
                        given.getFirst().replaceFirst("^[a-z-]+:(//)?", "").replaceFirst("[:/].*", ""));
    }

    private boolean fromSource() {
        return failure.statement().flags().contains("p2p");
    }

    private boolean isSsh(String targetUri) {
        return fromSource()
                && HypervisorUri.parse(targetUri).filter(HypervisorUri::isSsh).isPresent();
    }

    private Optional<Knock> daemon(String targetUri) {
        return fromSource()
                ? HypervisorUri.parse(targetUri)
                        .filter(there -> there.knockablePort().isPresent())
                        .flatMap(there -> {
                            int port = there.knockablePort().getAsInt();
                            return shell.flatMap(
                                    here -> Optional.ofNullable(KnockFrom.host(here, there.host(), List.of(port))
                                            .get(port)));
                        })
                : Optional.empty();
    }

    /** What ssh says on this host when it is refused at the destination. */
    private Optional<String> sshAnswer(String targetUri) {
        if (!isSsh(targetUri)) {
            return Optional.empty();
        }
        HypervisorUri there = HypervisorUri.parse(targetUri).orElseThrow();
        List<String> words = new ArrayList<>(List.of("ssh", "-T", "-o", "BatchMode=yes", "-o", "ConnectTimeout=5"));
        there.user().ifPresent(user -> words.addAll(List.of("-l", user)));
        there.port().ifPresent(port -> words.addAll(List.of("-p", Integer.toString(port))));
        words.addAll(List.of("--", there.host(), "true"));
        return shell.flatMap(here -> here.run(SHELL_LIMIT, words))
                .filter(output -> output.exit() != 0)
                .flatMap(output -> output.err().lines().reduce((earlier, last) -> last));
    }

    /** State and job of a guest. */
    static GuestFacts guestFacts(Domain guest, XmlElement xml) {
        return new GuestFacts(xml, Optional.of(guest.status()), job(guest));
    }

    private static Optional<JobOperation> job(Domain guest) {
        try {
            JobProgress job = guest.job().stats(Set.of());
            return job.type().running() ? Optional.of(job.operation()) : Optional.empty();
        } catch (HypervisorException none) {
            return Optional.empty();
        }
    }
}
