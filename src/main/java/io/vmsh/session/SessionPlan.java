package io.vmsh.session;

import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.hypervisor.ConnectRequest.Credentials;
import io.vmsh.hypervisor.ConnectRequest.KeepAlive;
import io.vmsh.hypervisor.Connector;
import io.vmsh.hypervisor.Hypervisor;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a session is to be.
 *
 * @param uri libvirt URI, or an alias of libvirt's own configuration; null for libvirt's default
 */
public record SessionPlan(String name, @Nullable String uri, boolean readOnly, Set<String> tags) {
    public SessionPlan {
        tags = Collections.unmodifiableSet(new LinkedHashSet<>(tags));
    }

    /** The same session, opened for looking only. */
    public SessionPlan forLooking() {
        return new SessionPlan(name, uri, true, tags);
    }

    /** The session, for looking at only: it cannot be opened. */
    public Session unopened() {
        return session(KeepAlive.DEFAULT, Credentials.NONE, new Unopened());
    }

    private static final class Unopened implements Connector {
        @Override
        public Hypervisor open(ConnectRequest request) {
            throw new IllegalStateException("not to be opened: " + request.uri());
        }

        @Override
        public long libraryVersion() {
            throw new IllegalStateException("no library");
        }
    }

    /** The session, not yet open. Questions name it, since several may be opening at once. */
    public Session session(KeepAlive keepAlive, Credentials credentials, Connector connector) {
        Credentials named = (prompt, echo) -> credentials.ask(name + ": " + prompt, echo);
        return new Session(name, new ConnectRequest(uri, readOnly, keepAlive, named), tags, connector);
    }
}
