package io.vmsh.session;

import io.vmsh.hypervisor.CloseReason;
import io.vmsh.hypervisor.ConnectRequest.KeepAlive;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The sessions of one run of vmsh, in the order they were added, and which of them is current. */
public final class Sessions implements AutoCloseable {
    private final Map<String, Session> byName = new LinkedHashMap<>();
    private final KeepAlive keepAlive;
    private @Nullable String current;
    private volatile BiConsumer<Session, CloseReason> onLost = (session, reason) -> {};

    /** No sessions; those opened later probe idle connections as virsh does. */
    public Sessions() {
        this(KeepAlive.DEFAULT);
    }

    /** No sessions; those opened later probe idle connections in this way. */
    public Sessions(KeepAlive keepAlive) {
        this.keepAlive = keepAlive;
    }

    /** How new sessions probe idle connections. */
    public KeepAlive keepAlive() {
        return keepAlive;
    }

    /**
     * Sets who is told when a session is lost. Called on libvirt's threads, perhaps while a statement runs: the listener
     * must return at once and call no hypervisor.
     */
    public void onLost(BiConsumer<Session, CloseReason> listener) {
        onLost = listener;
    }

    /** Adds a session, or puts it in the place of one with the same name; the first becomes the current one. */
    public synchronized void add(Session session) {
        session.onLost((lost, reason) -> onLost.accept(lost, reason));
        Session replaced = byName.put(session.name(), session);
        if (replaced != null && replaced != session) {
            replaced.close();
        }
        if (current == null) {
            current = session.name();
        }
    }

    public synchronized Optional<Session> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public synchronized List<Session> all() {
        return List.copyOf(byName.values());
    }

    /** The session that statements without an address go to. */
    public synchronized Optional<Session> current() {
        return Optional.ofNullable(current).map(byName::get);
    }

    /** Makes a session the current one. */
    public synchronized void use(Session session) {
        current = session.name();
    }

    /** Closes and forgets a session; the first of the rest becomes current if it was. */
    public synchronized void remove(Session session) {
        byName.remove(session.name());
        session.close();
        if (session.name().equals(current)) {
            current = byName.keySet().stream().findFirst().orElse(null);
        }
    }

    /** Closes all connections. */
    @Override
    public void close() {
        all().forEach(Session::close);
    }
}
