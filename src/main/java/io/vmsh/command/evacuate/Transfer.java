package io.vmsh.command.evacuate;

import io.vmsh.evacuation.Evacuee;
import io.vmsh.evacuation.Plan.Move;
import io.vmsh.evacuation.Sighting;
import io.vmsh.hypervisor.Connector;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainKey;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.JobProgress;
import io.vmsh.hypervisor.MigrationFlag;
import io.vmsh.hypervisor.MigrationRequest;
import io.vmsh.preflight.GuestLook;
import io.vmsh.preflight.StorageProof;
import io.vmsh.preflight.Way;
import io.vmsh.session.CannotConnectException;
import io.vmsh.session.Session;
import io.vmsh.spec.StatementText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One guest on its way, on a thread of its own. What came of it is what the hosts say afterwards, not what the call
 * returned.
 */
final class Transfer {
    private static final long POLL_MILLIS = 400;

    private final Move move;
    private final Session source;
    private final Session target;
    private final boolean fromSource;
    private final Optional<Connector> connector;
    private volatile @Nullable Domain underWay;
    private volatile int percent = -1;
    private volatile boolean aborted;

    /**
     * A move that has not begun.
     *
     * @param fromSource whether the source host drives it
     * @param connector opens a connection to the source for this move alone; empty when the session's serves
     */
    Transfer(Move move, Session source, Session target, boolean fromSource, Optional<Connector> connector) {
        this.connector = connector;
        this.move = move;
        this.source = source;
        this.target = target;
        this.fromSource = fromSource;
    }

    /** How it ended. */
    sealed interface Ending {
        /**
         * The guest is at the target.
         *
         * @param remarks what is worth knowing about it
         */
        record Moved(List<String> remarks) implements Ending {}

        /**
         * The guest is where it was.
         *
         * @param targetGone whether the target does not answer any more
         */
        record Stayed(String why, boolean targetGone) implements Ending {}

        /** It is at neither place, or at both. */
        record Lost(String why) implements Ending {}

        /** A host that may have it does not answer. */
        record Unseen(String why) implements Ending {}
    }

    Move move() {
        return move;
    }

    Session target() {
        return target;
    }

    /** Whether it keeps a call of this session's connection busy as long as it lasts. */
    boolean lastsOn(Session session) {
        return connector.isEmpty() && source.equals(session);
    }

    /** How much of its memory has been sent, never going back; -1 while that is not known. */
    int percent() {
        return percent;
    }

    /** The same move as a statement. */
    static String statement(Move move, boolean fromSource) {
        Evacuee guest = move.guest();
        List<String> words = new ArrayList<>(List.of("migrate", guest.active() ? "--live" : "--offline"));
        if (fromSource) {
            words.add("--p2p");
        }
        if (guest.persistent()) {
            words.addAll(List.of("--persistent", "--undefinesource"));
        }
        words.add(StatementText.quote(move.from() + "/" + guest.name()));
        words.add(StatementText.quote(move.to()));
        return String.join(" ", words);
    }

    /** Begins it; the listener is called once, on the move's own thread. */
    void start(Consumer<Ending> listener) {
        Thread.ofPlatform().daemon().name("evacuate " + move.guest().name()).start(() -> listener.accept(run()));
    }

    /** Asks the source to give it up; tells nothing, since it may be too late for that. */
    void abort() {
        aborted = true;
        Thread.ofPlatform().daemon().name("abort " + move.guest().name()).start(() -> {
            Domain guest = underWay;
            if (guest != null) {
                try {
                    guest.job().abort(Set.of());
                } catch (HypervisorException tooLate) {
                    // It has ended, or cannot be stopped any more: its own thread finds out.
                }
            }
        });
    }

    private Ending run() {
        Optional<String> failure = attempt();
        try {
            return ending(new Whereabouts(source, target, move.guest()).settled(), failure);
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
            return new Ending.Unseen("interrupted");
        } catch (RuntimeException unexpected) {
            return new Ending.Unseen(String.valueOf(unexpected.getMessage()));
        }
    }

    /** Makes the call; the refusal, if there is one. */
    private Optional<String> attempt() {
        try {
            Hypervisor to = target.hypervisor();
            try (Hypervisor own = connector
                            .map(opener -> opener.open(source.request()))
                            .orElse(null);
                    var _ = source.hypervisor().use();
                    var _ = to.use()) {
                move(own == null ? source.hypervisor() : own, to);
            }
            return Optional.empty();
        } catch (CannotConnectException refused) {
            return Optional.of("%s: %s"
                    .formatted(refused.session().name(), refused.reason().message()));
        } catch (HypervisorException refused) {
            return Optional.of(refused.message());
        }
    }

    private void move(Hypervisor from, Hypervisor to) {
        if (!move.guest().active()) {
            proveStorage(from);
        }
        try (Domain guest = from.domains().find(move.guest().uuid(), EnumSet.of(DomainKey.UUID))) {
            underWay = guest;
            Thread watch = Thread.ofPlatform().daemon().name("watch").start(() -> watch(guest));
            try {
                if (fromSource) {
                    from.migrations().migrateToUri(guest, to.uri(), request());
                } else {
                    from.migrations().migrate(guest, to, request());
                }
            } finally {
                underWay = null;
                watch.interrupt();
                join(watch);
            }
        }
    }

    /** libvirt looks at no disk of a guest that is off: it may find none, or another, when it starts at the target. */
    private void proveStorage(Hypervisor from) {
        try (Domain guest = from.domains().find(move.guest().uuid(), EnumSet.of(DomainKey.UUID))) {
            StorageProof.of(GuestLook.at(from, guest), Way.OFFLINE, source, target).stream()
                    .filter(proof -> proof.answer() != StorageProof.Answer.PROVED)
                    .findFirst()
                    .ifPresent(proof -> {
                        throw new HypervisorException(
                                ErrorCode.OPERATION_INVALID.number(),
                                0,
                                "that both hosts see the same storage is %s: disk %s: %s"
                                        .formatted(proof.answer().word(), proof.disk(), proof.evidence()));
                    });
        } catch (InterruptedException signal) {
            Thread.currentThread().interrupt();
            throw new HypervisorException(ErrorCode.OPERATION_ABORTED.number(), 0, "interrupted");
        }
    }

    private MigrationRequest request() {
        Set<MigrationFlag> flags = EnumSet.noneOf(MigrationFlag.class);
        flags.add(move.guest().active() ? MigrationFlag.LIVE : MigrationFlag.OFFLINE);
        if (fromSource) {
            flags.add(MigrationFlag.PEER2PEER);
        }
        // A transient guest has no definition to take along or to leave behind, and gets none.
        if (move.guest().persistent()) {
            flags.add(MigrationFlag.PERSIST_DEST);
            flags.add(MigrationFlag.UNDEFINE_SOURCE);
        }
        return new MigrationRequest(flags, List.of());
    }

    private void watch(Domain guest) {
        try {
            while (underWay != null) {
                Thread.sleep(POLL_MILLIS);
                sample(guest);
            }
        } catch (InterruptedException ended) {
            // The move is over.
        }
    }

    private void sample(Domain guest) {
        try {
            JobProgress.Amount memory = guest.job().stats(Set.of()).memory();
            if (memory.total() > 0) {
                long sent = memory.total() - memory.remaining();
                percent = Math.max(percent, Math.clamp(sent * 100 / memory.total(), 0, 99));
            }
        } catch (HypervisorException none) {
            // Between two answers it may have ended.
        }
    }

    private static void join(Thread watch) {
        boolean interrupted = false;
        while (true) {
            try {
                watch.join();
                break;
            } catch (InterruptedException signal) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Ending ending(Sighting seen, Optional<String> failure) {
        String name = move.guest().name();
        return switch (seen.answer(move.guest().active())) {
            case MOVED ->
                new Ending.Moved(Arrival.finish(
                        move, source, target, failure.map(message -> "it arrived, though libvirt said: " + message)));
            case STAYED ->
                new Ending.Stayed(
                        aborted
                                ? "stopped on its way"
                                : failure.orElse("it is still there, though libvirt said it moved"),
                        seen.target() instanceof Sighting.Seen.Silent);
            case MOVING, UNKNOWN ->
                new Ending.Unseen(seen.unclear(move.from(), move.to())
                        + failure.map(message -> " (libvirt said: %s)".formatted(message))
                                .orElse(""));
            case GONE ->
                new Ending.Lost("it runs on neither host any more: "
                        + failure.orElse("it was stopped or moved by somebody else"));
            case TWICE ->
                new Ending.Lost("%s and %s both say that %s runs there: stop one at once"
                        .formatted(move.from(), move.to(), name));
        };
    }
}
