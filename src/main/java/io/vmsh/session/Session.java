package io.vmsh.session;

import io.vmsh.hypervisor.CloseReason;
import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.hypervisor.Connector;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A named connection to one hypervisor, opened on first use and reopened when it was lost. Safe for several threads: one
 * opens it, the others wait for that; looking at its state never waits.
 */
public final class Session {
    /** Transports that may ask on the terminal by themselves, whatever we do; an alias or a default may hide one. */
    private static final Pattern QUIET = Pattern.compile("[a-z]+(\\+(unix|tcp|tls))?://.*");

    private final String name;
    private final ConnectRequest request;
    private final Set<String> tags;
    private final Connector connector;
    private volatile boolean asking;
    private @Nullable Hypervisor hypervisor;
    private @Nullable FutureTask<Hypervisor> opening;
    private boolean openingQuietly;
    /** Counts openings and closings, so that an opening can tell whether it is still wanted. */
    private int turns;

    private boolean lost;
    private volatile BiConsumer<Session, CloseReason> onLost = (session, reason) -> {};

    public Session(String name, ConnectRequest request, Set<String> tags, Connector connector) {
        this.name = name;
        this.request = request;
        this.tags = Collections.unmodifiableSet(new LinkedHashSet<>(tags));
        this.connector = connector;
    }

    /** The same session, not open. */
    Session unopened() {
        return new Session(name, request, tags, connector);
    }

    /** How far a session is. */
    public enum State {
        /** Not opened yet, or closed. */
        CLOSED,
        OPEN,
        /** Was open; the other end is gone. It is opened anew on next use. */
        LOST
    }

    public String name() {
        return name;
    }

    public ConnectRequest request() {
        return request;
    }

    public boolean readOnly() {
        return request.readOnly();
    }

    public Set<String> tags() {
        return tags;
    }

    /** Asks libvirt's own record, never the network. */
    public synchronized State state() {
        if (hypervisor != null && hypervisor.alive()) {
            return State.OPEN;
        }
        return hypervisor != null || lost ? State.LOST : State.CLOSED;
    }

    /** Whether somebody is being asked for a password or the like, so that opening takes as long as that takes. */
    public boolean asking() {
        return asking;
    }

    /**
     * The open connection; opens or reopens it.
     *
     * @throws CannotConnectException when that fails
     */
    public Hypervisor hypervisor() {
        return connection(request, false);
    }

    /**
     * Opens it if it is not open.
     *
     * @return whether it had been lost and was opened anew since this was last asked
     * @throws CannotConnectException when that fails
     */
    public boolean open() {
        hypervisor();
        synchronized (this) {
            boolean again = lost;
            lost = false;
            return again;
        }
    }

    /**
     * The connection if it is open or opens without a person: nothing is asked, and nothing that might ask by itself,
     * such as ssh, is started. May take as long as connecting takes.
     */
    public Optional<Hypervisor> ifQuiet() {
        String uri = request.uri();
        boolean mayOpen = uri != null && QUIET.matcher(uri).matches();
        if (state() != State.OPEN && !mayOpen) {
            return Optional.empty();
        }
        try {
            return Optional.of(connection(request.asking(ConnectRequest.Credentials.NONE), true));
        } catch (CannotConnectException nobody) {
            return Optional.empty();
        }
    }

    /** Sets who is told when the connection is lost; called on libvirt's threads. */
    void onLost(BiConsumer<Session, CloseReason> listener) {
        onLost = listener;
    }

    /** Closes the connection; the session stays and may be used again. */
    public void close() {
        Hypervisor closing;
        synchronized (this) {
            closing = hypervisor;
            hypervisor = null;
            opening = null;
            turns++;
            lost = false;
        }
        if (closing != null) {
            closing.close();
        }
    }

    /**
     * Forgets the connection without closing it: for one whose other end no longer answers, since closing would wait for
     * that too. It is opened anew on next use.
     */
    public synchronized void abandon() {
        hypervisor = null;
        opening = null;
        turns++;
        lost = true;
    }

    private Hypervisor connection(ConnectRequest wanted, boolean quietly) {
        FutureTask<Hypervisor> task;
        boolean mine;
        boolean quiet;
        Hypervisor dead = null;
        synchronized (this) {
            if (hypervisor != null) {
                if (hypervisor.alive()) {
                    return hypervisor;
                }
                dead = hypervisor;
                hypervisor = null;
                lost = true;
            }
            mine = opening == null;
            if (opening == null) {
                int turn = ++turns;
                opening = new FutureTask<>(() -> connect(wanted, turn));
                openingQuietly = quietly;
            }
            task = opening;
            quiet = openingQuietly;
        }
        if (dead != null) {
            dead.close();
        }
        if (mine) {
            task.run();
        }
        try {
            return await(task);
        } catch (CannotConnectException failure) {
            boolean givenUp = Thread.currentThread().isInterrupted();
            if (!mine && quiet && !quietly && !givenUp) {
                return connection(wanted, false);
            }
            throw failure;
        }
    }

    /** Opens, and takes over what was opened unless the session was closed in the meantime. */
    private Hypervisor connect(ConnectRequest wanted, int turn) {
        try {
            Hypervisor opened = open(wanted);
            if (!takes(opened, turn)) {
                opened.close();
                throw new HypervisorException(
                        ErrorCode.OPERATION_ABORTED.number(), 0, "the session was closed while it was being opened");
            }
            return opened;
        } finally {
            synchronized (this) {
                opening = turn == turns ? null : opening;
            }
        }
    }

    private Hypervisor open(ConnectRequest wanted) {
        Hypervisor opened = connector.open(wanted.asking((prompt, echo) -> {
            asking = true;
            try {
                return wanted.credentials().ask(prompt, echo);
            } finally {
                asking = false;
            }
        }));
        try {
            // This takes no lock: libvirt may hold one of its own when it calls.
            opened.onLost(reason -> onLost.accept(this, reason));
            return opened;
        } catch (HypervisorException failure) {
            opened.close();
            throw failure;
        }
    }

    private synchronized boolean takes(Hypervisor opened, int turn) {
        if (turn == turns) {
            hypervisor = opened;
        }
        return turn == turns;
    }

    private Hypervisor await(FutureTask<Hypervisor> task) {
        try {
            return task.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof HypervisorException reason) {
                throw new CannotConnectException(this, reason);
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotConnectException(this, new HypervisorException(-1, 0, "interrupted while connecting"));
        }
    }
}
