package io.vmsh.advice;

import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.probe.HostShell;
import io.vmsh.probe.HypervisorUri;
import io.vmsh.probe.Knock;
import io.vmsh.session.CannotConnectException;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
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
    private static final Set<ErrorCode> MIGRATION_ERRORS = EnumSet.of(
            ErrorCode.MIGRATE_UNSAFE,
            ErrorCode.OPERATION_INVALID,
            ErrorCode.OPERATION_FAILED,
            ErrorCode.INTERNAL_ERROR,
            ErrorCode.SYSTEM_ERROR,
            ErrorCode.NO_STORAGE_POOL,
            ErrorCode.NO_STORAGE_VOL);
    private static final Set<ErrorCode> CONNECTION_ERRORS =
            EnumSet.of(ErrorCode.SYSTEM_ERROR, ErrorCode.INTERNAL_ERROR, ErrorCode.RPC, ErrorCode.AUTH_FAILED);
    static final List<Rule<MigrationFacts>> MIGRATION_RULES = List.of(
            new NotSharedRule(),
            new CacheRule(),
            new EitherUnsafeRule(),
            StateRules::hasSnapshots,
            StateRules::notRunning,
            StateRules::alreadyActive,
            StateRules::nameTaken,
            StateRules::sameHost,
            new StorageMissingRule());

    private final Sessions sessions;

    public Advisor(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Explains a statement that failed on an open session. */
    public Optional<Advice> explain(Failure failure) {
        ErrorCode code = failure.reason().code();
        String command = failure.statement().spec().name();
        try {
            if (failure.session() == null) {
                return Optional.empty();
            }
            if (code == ErrorCode.RESOURCE_BUSY) {
                return new LockRule().explain(new LockLook(sessions, failure, failure.session()).facts());
            }
            if (command.equals("migrate") && MIGRATION_ERRORS.contains(code)) {
                return migration(failure, failure.session());
            }
        } catch (HypervisorException | CannotConnectException unreachable) {
            // The host that failed the statement fails the questions too: there is nothing to tell.
        }
        return Optional.empty();
    }

    /** Explains why a session cannot be opened. */
    public Optional<Advice> explain(String uri, HypervisorException reason) {
        return CONNECTION_ERRORS.contains(reason.code())
                ? HypervisorUri.parse(uri).flatMap(parsed -> first(ConnectionRules.ALL, connectionFacts(uri, parsed)))
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

    private static <F> Optional<Advice> first(List<Rule<F>> rules, F facts) {
        return rules.stream().flatMap(rule -> rule.explain(facts).stream()).findFirst();
    }

    private static ConnectionRules.Facts connectionFacts(String text, HypervisorUri uri) {
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
        return new ConnectionRules.Facts(text, uri, knock, answer);
    }
}
