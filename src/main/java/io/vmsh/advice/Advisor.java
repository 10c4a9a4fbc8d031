package io.vmsh.advice;

import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.probe.HostShell;
import io.vmsh.probe.HypervisorUri;
import io.vmsh.probe.Knock;
import io.vmsh.session.CannotConnectException;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.session.Within;
import io.vmsh.spec.Address;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Explains failures: looks at what may be behind one, and asks the rules. Costs calls only for failures that some rule
 * could explain, and never fails itself.
 */
public final class Advisor {
    private static final Duration SSH_LIMIT = Duration.ofSeconds(8);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    /** What has no rule of its own is not looked at. */
    private static final Set<ErrorCode> NOT_EXPLAINED =
            EnumSet.of(ErrorCode.NO_DOMAIN, ErrorCode.OPERATION_DENIED, ErrorCode.ACCESS_DENIED);

    private static final Set<ErrorCode> STATEMENT_ERRORS =
            EnumSet.of(ErrorCode.OPERATION_TIMEOUT, ErrorCode.OPERATION_INVALID);

    private static final Set<ErrorCode> CONNECTION_ERRORS =
            EnumSet.of(ErrorCode.SYSTEM_ERROR, ErrorCode.INTERNAL_ERROR, ErrorCode.RPC, ErrorCode.AUTH_FAILED);
    /** In the order in which libvirt itself would find out; what explains most errors, and so least, comes last. */
    static final List<Rule<MigrationFacts>> MIGRATION_RULES = List.of(
            new NotSharedRule(),
            new CacheRule(),
            new EitherUnsafeRule(),
            EndRules::cancelled,
            EndRules::sourceLost,
            JobRules::running,
            JobRules::postCopyFailed,
            JobRules::nothingToResume,
            StateRules::hasSnapshots,
            OptionRules::options,
            TlsRules::required,
            DeviceRules::blockJob,
            DeviceRules::transientDisk,
            DeviceRules::diskFormat,
            StateRules::notRunning,
            EndRules::guestCrashed,
            EndRules::guestStopped,
            StateRules::alreadyActive,
            StateRules::nameTaken,
            NetworkRules::inactive,
            NetworkRules::missing,
            DeviceRules::fixedDevice,
            EndRules::autodestroy,
            StateRules::sameHost,
            EndRules::targetLost,
            WayRules::sshFromSource,
            WayRules::daemonFromSource,
            new StorageMissingRule(),
            StorageRules::backingMissing,
            StorageRules::mediumMissing,
            StorageRules::volumeMissing,
            StorageRules::copyNeedsPool,
            StorageRules::incrementalNeedsOverlay,
            StorageRules::sizesDiffer,
            StorageRules::folderMissing,
            NetworkRules::deviceMissing,
            HypervisorRules::emulator,
            HypervisorRules::machine,
            HypervisorRules::otherMachine,
            HypervisorRules::cpu,
            HypervisorRules::graphicsAddress,
            HypervisorRules::graphicsPort,
            HypervisorRules::listenAddress,
            HypervisorRules::memory,
            LockDaemonRule::migrating,
            WayRules::loopback,
            WayRules::nameUnknown,
            WayRules::portBlocked,
            WayRules::portRefused,
            TlsRules::certificateMissing,
            TlsRules::otherName,
            EndRules::cancelledUntold,
            EndRules::hypervisorEnded);

    /** For statements about one guest that are no migrations. */
    static final List<Rule<StatementFacts>> STATEMENT_RULES =
            List.of(JobRules::stateLock, JobRules::noAbort, JobRules::noPostCopy);

    /** What has QEMU open a guest's disks. */
    private static final Set<String> STARTS = Set.of("start", "cold-restart");

    private final Sessions sessions;

    public Advisor(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Explains a statement that failed on an open session. */
    public Optional<Advice> explain(Failure failure) {
        ErrorCode code = failure.reason().code();
        String command = failure.statement().spec().name();
        Session session = failure.session();
        try {
            if (session == null) {
                return Optional.empty();
            }
            if (code == ErrorCode.RESOURCE_BUSY) {
                return new LockRule().explain(new LockLook(sessions, failure, session).facts());
            }
            if (code == ErrorCode.INTERNAL_ERROR && STARTS.contains(command)) {
                return new LockDaemonRule()
                        .explain(lockDaemon(failure, session))
                        .or(() -> new ImageLockRule().explain(new LockLook(sessions, failure, session).imageFacts()));
            }
            if (command.equals("migrate") && code != ErrorCode.OPERATION_TIMEOUT && !NOT_EXPLAINED.contains(code)) {
                return migration(failure, session);
            }
            if (STATEMENT_ERRORS.contains(code)) {
                return first(STATEMENT_RULES, statementFacts(failure, session, command));
            }
        } catch (HypervisorException | CannotConnectException unreachable) {
            // The host that failed the statement fails the questions too: there is nothing to tell.
        }
        return Optional.empty();
    }

    /** Explains why a session cannot be opened. */
    public Optional<Advice> explain(String uri, HypervisorException reason) {
        return CONNECTION_ERRORS.contains(reason.code())
                ? HypervisorUri.parse(uri)
                        .flatMap(parsed -> first(ConnectionRules.ALL, connectionFacts(reason.code(), uri, parsed)))
                : Optional.empty();
    }

    private Optional<Advice> migration(Failure failure, Session source) {
        String destination =
                failure.statement().words().getOrDefault("desturi", List.of("")).getFirst();
        if (sessions.find(destination).isEmpty()) {
            Optional<Advice> unreachable = explain(destination, failure.reason());
            if (unreachable.isPresent()) {
                return unreachable;
            }
        }
        return first(MIGRATION_RULES, new MigrationLook(sessions, failure, source).facts());
    }

    private static LockDaemonRule.Facts lockDaemon(Failure failure, Session host) {
        return new LockDaemonRule.Facts(
                failure.reason().code(),
                new Naming(failure.reason().message()),
                host.name(),
                HostLook.of(host, failure).flatMap(HostLook::settings),
                List.of());
    }

    private static <F> Optional<Advice> first(List<Rule<F>> rules, F facts) {
        return rules.stream().flatMap(rule -> rule.explain(facts).stream()).findFirst();
    }

    private StatementFacts statementFacts(Failure failure, Session session, String command) {
        String word =
                failure.statement().words().getOrDefault("domain", List.of("")).getFirst();
        String name = name(word);
        GuestFacts guest = name.isEmpty()
                ? GuestFacts.UNKNOWN
                : Within.limit(LIMIT, "look at " + name, () -> look(session, name))
                        .told()
                        .orElse(GuestFacts.UNKNOWN);
        return new StatementFacts(
                failure.reason().code(), new Naming(failure.reason().message()), command, name, word, guest);
    }

    private static GuestFacts look(Session session, String name) {
        try (Domain guest = session.hypervisor().domains().find(name)) {
            return HostLook.guestFacts(guest, GuestFacts.UNKNOWN.xml());
        }
    }

    private String name(String word) {
        Address address = Address.parse(word);
        return address.session() != null && sessions.find(address.session()).isPresent() ? address.name() : word;
    }

    private static ConnectionRules.Facts connectionFacts(ErrorCode error, String text, HypervisorUri uri) {
        Optional<Knock> knock = uri.knockablePort().isPresent()
                ? Optional.of(Knock.at(uri.host(), uri.knockablePort().getAsInt()))
                : Optional.empty();
        Optional<String> answer = Optional.empty();
        if (uri.isSsh() && knock.filter(Knock.OPEN::equals).isPresent()) {
            answer = HostShell.of(uri)
                    .flatMap(shell -> shell.run(SSH_LIMIT, List.of("true")))
                    .filter(output -> output.exit() != 0)
                    .flatMap(output -> output.err().lines().reduce((earlier, last) -> last));
        }
        return new ConnectionRules.Facts(error, text, uri, knock, answer, TlsFiles.missing(uri));
    }
}
