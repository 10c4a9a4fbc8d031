package io.vmsh.command.domain;

import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.session.CannotConnectException;
import io.vmsh.session.Session;
import io.vmsh.session.SessionName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a guest goes: a session of this shell, or a URI.
 *
 * @param word as it was typed
 * @param session the session of that name, if it is one
 * @param opened a connection made for this migration only; null when the session's serves, or when the source host
 *     connects by itself
 */
record Destination(
        String word, Optional<Session> session, @Nullable Hypervisor opened) implements AutoCloseable {

    /**
     * Finds the destination of a word.
     *
     * @param connect whether this process is to talk to it
     */
    static Destination of(Call call, String word, boolean connect) {
        Optional<Session> session = call.workspace().sessions().find(word);
        if (!connect) {
            return new Destination(word, session, null);
        }
        if (session.isPresent()) {
            session.get().hypervisor();
            return new Destination(word, session, null);
        }
        ConnectRequest own = call.session().request();
        ConnectRequest request = new ConnectRequest(word, false, own.keepAlive(), own.credentials());
        return new Destination(word, session, open(call, request, word));
    }

    /** Opens a URI; a word that could be a session's name and is no URI is told as such, after libvirt's own sentence. */
    private static Hypervisor open(Call call, ConnectRequest request, String word) {
        try {
            return call.workspace().connector().open(request);
        } catch (HypervisorException refused) {
            if (!SessionName.isAllowed(word)) {
                throw refused;
            }
            throw CommandFailure.of(refused.message()).followed("and no session is named '%s'".formatted(word));
        }
    }

    /** The open connection to it. */
    Hypervisor hypervisor() {
        return opened != null ? opened : session.orElseThrow().hypervisor();
    }

    /** The open connection to it, if this process has one. */
    Optional<Hypervisor> reached() {
        try {
            return opened != null || session.isPresent() ? Optional.of(hypervisor()) : Optional.empty();
        } catch (CannotConnectException unreachable) {
            return Optional.empty();
        }
    }

    /** Its libvirt URI. */
    String uri() {
        return session.map(known -> known.hypervisor().uri()).orElse(word);
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
