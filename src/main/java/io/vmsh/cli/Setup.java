package io.vmsh.cli;

import io.vmsh.command.Dialog;
import io.vmsh.command.Workspace;
import io.vmsh.hypervisor.CloseReason;
import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.hypervisor.ConnectRequest.KeepAlive;
import io.vmsh.hypervisor.Connector;
import io.vmsh.preflight.ClockRule;
import io.vmsh.session.Configuration;
import io.vmsh.session.Session;
import io.vmsh.session.SessionName;
import io.vmsh.session.SessionPlan;
import io.vmsh.session.Sessions;
import io.vmsh.session.UriAliases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the option line and the environment ask for, ready to become a workspace.
 *
 * @param configuration asked when a session is first looked for by its name
 */
public record Setup(
        Surroundings surroundings, OptionLine options, Supplier<Configuration> configuration, Connector connector) {
    /** What the shell starts with where nothing is configured: useful at once, and harmless. */
    private static final SessionPlan PLAYGROUND = new SessionPlan("test", "test:///default", false, Set.of());

    /**
     * A fresh workspace with the session that was asked for, not yet open, and those of the configuration behind it.
     *
     * @param interactive whether statements are typed at a prompt
     */
    public Workspace workspace(Dialog dialog, boolean interactive) {
        Sessions sessions = new Sessions(keepAlive());
        String uri = uri();
        ConnectRequest request = new ConnectRequest(uri, options.readOnly(), keepAlive(), dialog::ask);
        Session first = new Session(SessionName.of(uri, Set.of()), request, Set.of(), connector);
        sessions.configured(() -> configured(dialog, uri == null && options.atPrompt(surroundings)));
        if (uri != null) {
            Session asked = named(sessions, uri).orElse(first);
            sessions.add(asked);
            sessions.use(asked);
        } else if (!options.atPrompt(surroundings)) {
            sessions.addStandIn(first);
        }
        sessions.onLost((session, reason) -> tell(dialog, session, reason));
        Workspace workspace = new Workspace(
                Catalogue.commands(), sessions, connector, dialog, interactive, surroundings.environment());
        workspace.changeDirectory(surroundings.directory());
        workspace.clocksBy(this::clocks);
        return workspace;
    }

    private ClockRule clocks() {
        Configuration settings = configuration.get();
        return new ClockRule(
                Optional.ofNullable(settings.clockLimit()).orElse(ClockRule.USUAL.limit()),
                Optional.ofNullable(settings.ntpServer()));
    }

    /** The configuration's session of that name; a URI is none, and the configuration is not read for it. */
    private static Optional<Session> named(Sessions sessions, String uriOrName) {
        return SessionName.isAllowed(uriOrName) ? sessions.find(uriOrName) : Optional.empty();
    }

    /** The sessions of vmsh's configuration, then libvirt's own aliases; the playground where somebody needs one. */
    private List<Session> configured(Dialog dialog, boolean needed) {
        List<SessionPlan> plans = new ArrayList<>(configuration.get().sessions());
        UriAliases.read(UriAliases.file(System.getProperty("user.name", ""), surroundings.environment()))
                .forEach((name, uri) -> plans.add(new SessionPlan(name, uri, false, Set.of())));
        if (plans.isEmpty() && needed) {
            plans.add(PLAYGROUND);
        }
        return plans.stream()
                .filter(plan -> SessionName.isAllowed(plan.name()))
                .map(plan -> options.readOnly() ? plan.forLooking() : plan)
                .map(plan -> plan.session(keepAlive(), dialog::ask, connector))
                .toList();
    }

    /** In virsh's words; what we closed ourselves needs none. */
    private static void tell(Dialog dialog, Session session, CloseReason reason) {
        String uri = session.request().uri();
        if (reason != CloseReason.CLIENT) {
            dialog.say("error: Disconnected from %s due to %s"
                    .formatted(uri == null ? "the hypervisor" : uri, reason.label()));
        }
    }

    /** {@code -c}, then virsh's variable, then libvirt's; null leaves it to libvirt's own configuration. */
    private @Nullable String uri() {
        String asked = options.connect() != null
                ? options.connect()
                : surroundings.environment().get("VIRSH_DEFAULT_CONNECT_URI");
        return asked == null || asked.isEmpty() ? surroundings.variable("LIBVIRT_DEFAULT_URI") : asked;
    }

    private KeepAlive keepAlive() {
        Integer interval = options.keepAliveInterval();
        Integer count = options.keepAliveCount();
        return new KeepAlive(
                interval == null ? KeepAlive.DEFAULT.intervalSeconds() : interval,
                count == null ? KeepAlive.DEFAULT.count() : count,
                interval != null || count != null);
    }
}
