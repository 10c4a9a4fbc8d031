package io.vmsh.command.session;

import static io.vmsh.spec.Value.TEXT;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.session.Session;
import io.vmsh.session.SessionName;
import io.vmsh.session.SessionPlan;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Opens a session, or opens one anew, and makes it the current one. {@code --name} is virsh's option for the URI; beside
 * a URI it names the session.
 */
final class ConnectCommand implements Command {
    private static final Opt<String> NAME = Opt.of("name", TEXT, "name of the session; without a URI, the URI itself")
            .named()
            .orEmpty();
    private static final Flag READ_ONLY = Flag.of("readonly", "open it for looking only");
    private static final Opt<String> URI = Opt.of(
                    "uri", Value.SESSION.labelled("uri"), "URI to open, or a session to open anew")
            .orEmpty();
    private static final Opt<String> TAG = Opt.of("tag", TEXT, "tags for selectors such as @prod, separated by commas")
            .named();

    @Override
    public Spec spec() {
        return Spec.of("connect", Group.VIRSH, "open a session and make it the current one")
                .takes(NAME, READ_ONLY, URI, TAG)
                .local()
                .describedAs("""
                        Without words the current session is closed and opened anew. A URI that a session has already \
                        opens that session anew, for changes unless --readonly is given.""")
                .example("connect qemu+ssh://root@kvm1/system", "a session named kvm1")
                .example("connect qemu:///system --name here --tag test,lab", "a session with tags")
                .example("connect", "the current session, opened anew");
    }

    @Override
    public void foresee(Invocation statement, Sessions sessions) {
        Session session = plan(statement, sessions).unopened();
        sessions.add(session);
        sessions.use(session);
    }

    @Override
    public Result run(Call call) {
        Sessions sessions = call.workspace().sessions();
        SessionPlan plan = plan(call.statement(), sessions);
        sessions.find(plan.name()).ifPresent(Session::close);
        Session session = plan.session(
                sessions.keepAlive(), call.dialog()::ask, call.workspace().connector());
        session.open();
        sessions.add(session);
        sessions.use(session);
        return Result.NOTHING;
    }

    /** The session that the statement asks for: one there is already, or another. */
    private static SessionPlan plan(Invocation statement, Sessions sessions) {
        Optional<String> uri = statement.find(URI).or(() -> statement.find(NAME));
        Optional<Session> known = uri.isEmpty() ? sessions.current() : uri.flatMap(sessions::find);
        return known.map(session -> again(session, statement))
                .orElseGet(() -> another(uri.orElse(null), statement, sessions));
    }

    /** The same session; what it may do changes only by being asked for. */
    private static SessionPlan again(Session session, Invocation statement) {
        boolean readOnly = session.readOnly() || statement.has(READ_ONLY);
        return new SessionPlan(session.name(), session.request().uri(), readOnly, tags(statement, session.tags()));
    }

    private static SessionPlan another(@Nullable String uri, Invocation statement, Sessions sessions) {
        String name = statement.has(URI) ? statement.find(NAME).orElse(null) : null;
        Optional<Session> same = sessions.all().stream()
                .filter(session -> uri != null && uri.equals(session.request().uri()))
                .findFirst();
        if (name != null && !SessionName.isAllowed(name)) {
            throw CommandFailure.of("'%s' cannot name a session: use letters, digits, '.', '_' and '-'", name);
        }
        String chosen = name != null
                ? name
                : same.map(Session::name)
                        .orElseGet(() -> SessionName.of(
                                uri, sessions.all().stream().map(Session::name).collect(Collectors.toSet())));
        Set<String> tags = same.filter(session -> session.name().equals(chosen))
                .map(Session::tags)
                .orElse(Set.of());
        return new SessionPlan(chosen, uri, statement.has(READ_ONLY), tags(statement, tags));
    }

    private static Set<String> tags(Invocation statement, Set<String> otherwise) {
        return statement
                .find(TAG)
                .map(words -> (Set<String>) new LinkedHashSet<>(List.of(words.split(",", -1))))
                .orElse(otherwise);
    }
}
