package io.vmsh.session;

import io.vmsh.hypervisor.CloseReason;
import io.vmsh.hypervisor.ConnectRequest.KeepAlive;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of one run of vmsh, in the order they were added, and which of them is current. Those of the
 * configuration are read when one is first looked for, so a run that needs none does not wait for it. Closing waits for
 * the other end, and is never done under the lock that completion and the prompt need.
 */
public final class Sessions implements AutoCloseable {
    /** How long a host is waited for that is told that its connection ends. */
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final Map<String, Session> byName = new LinkedHashMap<>();
    private final Set<String> lasting = new HashSet<>();
    private final KeepAlive keepAlive;
    private @Nullable Supplier<List<Session>> configured;
    private @Nullable String current;
    private @Nullable Session standIn;
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
     * Sets where the sessions of the configuration come from. It is asked once; what it throws reaches whoever looks for
     * a session first, and after that there are none.
     */
    public synchronized void configured(Supplier<List<Session>> supplier) {
        configured = supplier;
    }

    /**
     * Sets who is told when a session is lost. Called on libvirt's threads, perhaps while a statement runs: the listener
     * must return at once and call no hypervisor.
     */
    public void onLost(BiConsumer<Session, CloseReason> listener) {
        onLost = listener;
    }

    /** Adds a session for statements that name none, though nobody asked for it: libvirt's default hypervisor. */
    public synchronized void addStandIn(Session session) {
        add(session);
        standIn = session;
    }

    /** Adds a session, or puts it in the place of one with the same name; the first becomes the current one. */
    public void add(Session session) {
        session.onLost((lost, reason) -> onLost.accept(lost, reason));
        Session replaced = put(session);
        if (replaced != null && !replaced.equals(session)) {
            replaced.close();
        }
    }

    private synchronized @Nullable Session put(Session session) {
        if (current == null) {
            current = session.name();
        }
        return byName.put(session.name(), session);
    }

    public synchronized Optional<Session> find(String name) {
        if (!byName.containsKey(name)) {
            load();
        }
        return Optional.ofNullable(byName.get(name));
    }

    /** All that were asked for by name or URI; libvirt's default stands in only where there is no other. */
    public synchronized List<Session> all() {
        load();
        boolean alone = byName.size() == 1;
        return byName.values().stream()
                .filter(session -> alone || !session.equals(standIn))
                .toList();
    }

    /** The session that statements without an address go to. */
    public synchronized Optional<Session> current() {
        if (current == null) {
            load();
        }
        return Optional.ofNullable(current).map(byName::get);
    }

    /** Makes a session the current one. */
    public synchronized void use(Session session) {
        current = session.name();
    }

    /**
     * Closes a session, and forgets it unless it is the configuration's; the first of the rest becomes current if a
     * forgotten one was.
     */
    public void remove(Session session) {
        forget(session);
        session.close();
    }

    private synchronized void forget(Session session) {
        if (lasting.contains(session.name())) {
            return;
        }
        byName.remove(session.name());
        if (session.name().equals(current)) {
            current = byName.keySet().stream().findFirst().orElse(null);
        }
    }

    /**
     * The same sessions, none of them open: to find out what statements would do to them. Those of the configuration are
     * still read only when they are looked for.
     */
    public synchronized Sessions unopened() {
        Sessions copy = new Sessions(keepAlive);
        byName.values().forEach(session -> copy.add(session.unopened()));
        copy.lasting.addAll(lasting);
        copy.current = current;
        copy.standIn = standIn == null ? null : copy.byName.get(standIn.name());
        if (configured != null) {
            copy.configured(() -> all().stream().map(Session::unopened).toList());
        }
        return copy;
    }

    /** Closes all connections, at once, since each says goodbye to its host; one that has died is not waited for. */
    @Override
    public void close() {
        List<Within.Question<Boolean>> closing = opened().stream()
                .filter(session -> session.state() != Session.State.CLOSED)
                .map(session -> Within.asking("close " + session.name(), () -> {
                    session.close();
                    return true;
                }))
                .toList();
        closing.forEach(question -> question.answer(GOODBYE));
    }

    /** Those there are, without reading the configuration for more. */
    private synchronized List<Session> opened() {
        return List.copyOf(byName.values());
    }

    private void load() {
        Supplier<List<Session>> supplier = configured;
        configured = null;
        if (supplier != null) {
            for (Session session : supplier.get()) {
                if (!byName.containsKey(session.name())) {
                    lasting.add(session.name());
                    add(session);
                }
            }
        }
    }
}
