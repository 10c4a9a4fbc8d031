package io.vmsh.guide;

import io.vmsh.probe.Host;
import io.vmsh.probe.HypervisorUri;
import io.vmsh.probe.ShellHost;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The hosts behind the sessions, and those that only ssh knows. */
public final class Sites {
    private final Sessions sessions;
    private final boolean sudo;
    private final Map<String, Host> hosts = new HashMap<>();

    /**
     * Those of some sessions.
     *
     * @param sudo whether to act by {@code sudo -n} where the user is not root
     */
    public Sites(Sessions sessions, boolean sudo) {
        this.sessions = sessions;
        this.sudo = sudo;
    }

    /**
     * The host of a session.
     *
     * @throws GuideException when its URI tells none
     */
    public Host host(Session session) {
        return hosts.computeIfAbsent(
                session.name(),
                name -> uri(session)
                        .flatMap(uri -> ShellHost.of(name, uri, sudo))
                        .orElseThrow(() -> new GuideException(
                                "%s: its URI names no host to look at: open it by qemu+ssh://HOST/system"
                                        .formatted(name))));
    }

    /** The host of the session of that name; where there is none, what ssh knows by that name. */
    public Host host(String place) {
        Optional<Session> session = sessions.find(place);
        return session.isPresent()
                ? host(session.get())
                : hosts.computeIfAbsent(place, name -> ShellHost.bySsh(name, sudo));
    }

    /** The name or address of a session's host, as others call it; the session's own name where the URI tells none. */
    public String address(Session session) {
        return uri(session)
                .map(HypervisorUri::host)
                .filter(host -> !host.isEmpty())
                .orElse(session.name());
    }

    /** The user that a session's URI names. */
    public Optional<String> user(Session session) {
        return uri(session).flatMap(HypervisorUri::user);
    }

    /** This machine. */
    public Host here() {
        return ShellHost.here("this machine", false);
    }

    /** As it was asked for; an alias of libvirt's own configuration is known only once it is open. */
    private static Optional<HypervisorUri> uri(Session session) {
        String asked = session.request().uri();
        return Optional.ofNullable(asked)
                .flatMap(HypervisorUri::parse)
                .or(() -> HypervisorUri.parse(session.hypervisor().uri()));
    }
}
