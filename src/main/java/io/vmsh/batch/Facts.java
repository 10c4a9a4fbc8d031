package io.vmsh.batch;

import io.vmsh.batch.Condition.Subject;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Managed;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Address;
import io.vmsh.spec.UsageException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks whether conditions hold. */
final class Facts {
    private static final Set<ErrorCode> NONE_THERE =
            EnumSet.of(ErrorCode.NO_DOMAIN, ErrorCode.NO_STORAGE_POOL, ErrorCode.NO_NETWORK);

    private final Sessions sessions;
    private final Scope scope;
    private final @Nullable Session host;

    /**
     * Looks for a statement.
     *
     * @param host the session that names stand for objects of; null for the current one
     */
    Facts(Sessions sessions, Scope scope, @Nullable Session host) {
        this.sessions = sessions;
        this.scope = scope;
        this.host = host;
    }

    /**
     * Whether it holds.
     *
     * @throws HypervisorException when a host does not tell
     * @throws io.vmsh.session.CannotConnectException when it cannot be reached
     * @throws UsageException when there is no such session
     */
    boolean holds(Condition condition) {
        return switch (condition) {
            case Condition.Is is -> states(is).contains(is.state().raw());
            case Condition.Same same ->
                scope.fill(same.left()).text().equals(scope.fill(same.right()).text());
            case Condition.Not not -> !holds(not.other());
            case Condition.Both both -> holds(both.left()) && holds(both.right());
            case Condition.Either either -> holds(either.left()) || holds(either.right());
        };
    }

    /** What the objects of a condition are instead, in a few words. */
    String instead(Condition condition) {
        return condition.looks().map(this::instead).collect(Collectors.joining("; "));
    }

    private String instead(Condition.Is is) {
        List<String> states = states(is);
        return "%s '%s' %s"
                .formatted(
                        is.subject().name().toLowerCase(Locale.ROOT),
                        scope.fill(is.name()).shown(),
                        states.isEmpty() ? "is not known there" : "is " + states.getFirst());
    }

    /** Every state that an object is in, the most telling first; none when there is no such object. */
    private List<String> states(Condition.Is is) {
        String word = scope.fill(is.name()).text();
        if (is.subject() == Subject.SESSION) {
            return List.of(session(word).state().name().toLowerCase(Locale.ROOT));
        }
        Address address = Address.parse(word);
        Hypervisor hypervisor = session(address.session()).hypervisor();
        try (var _ = hypervisor.use()) {
            return switch (is.subject()) {
                case DOMAIN -> domain(hypervisor, address.name(), is.state().raw());
                case POOL -> managed(hypervisor.pools().find(address.name()));
                case NETWORK -> managed(hypervisor.networks().find(address.name()));
                case SESSION -> List.of();
            };
        } catch (HypervisorException failure) {
            if (NONE_THERE.contains(failure.code())) {
                return List.of();
            }
            throw failure;
        }
    }

    private static List<String> domain(Hypervisor hypervisor, String name, String wanted) {
        try (Domain domain = hypervisor.domains().find(name)) {
            List<String> states =
                    new ArrayList<>(List.of(domain.status().state().label().replace(' ', '-')));
            states.add(domain.life().active() ? "active" : "inactive");
            if (wanted.equals("persistent") || wanted.equals("transient")) {
                // Seven calls, which nothing else here needs.
                boolean persistent = Boolean.TRUE.equals(domain.details().persistent());
                states.addFirst(persistent ? "persistent" : "transient");
            }
            states.add("known");
            return states;
        }
    }

    private static List<String> managed(Managed object) {
        try (object) {
            return List.of(
                    object.active() ? "active" : "inactive", object.persistent() ? "persistent" : "transient", "known");
        }
    }

    private Session session(@Nullable String name) {
        if (name != null) {
            return sessions.find(name)
                    .orElseThrow(() -> new UsageException("no session named '%s'".formatted(name), 0, 0));
        }
        if (host != null) {
            return host;
        }
        return sessions.current()
                .orElseThrow(() -> new UsageException("no session: open one with 'connect URI'", 0, 0));
    }
}
