package io.vmsh.session;

import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does something on several sessions at once, each on a thread of its own (libvirt's last error belongs to an
 * operating-system thread, so never a virtual one). A host that does not answer is given up after a while and holds up
 * nobody; what was to be done there is then not done late either.
 */
public final class Fanout {
    /** Longest time that connecting may take, not counting the time a person takes to answer. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long ASKING_MILLIS = 200;

    private final Duration patience;

    public Fanout(Duration patience) {
        this.patience = patience;
    }

    /** What came of one session: a value, or why there is no connection. */
    public record Reply<T>(
            Session session, @Nullable T value, @Nullable HypervisorException refusal) {}

    /**
     * Opens the sessions and runs the action on each.
     *
     * @param action must not throw
     * @return a reply for each session, in the same order
     */
    public <T> List<Reply<T>> connecting(List<Session> sessions, Function<Session, T> action) {
        return replies(sessions, action, true);
    }

    /** Runs the action on each session without opening any. */
    public <T> List<Reply<T>> unconnected(List<Session> sessions, Function<Session, T> action) {
        return replies(sessions, action, false);
    }

    private <T> List<Reply<T>> replies(List<Session> sessions, Function<Session, T> action, boolean connect) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<Attempt<T>> attempts = sessions.stream()
                .map(session -> new Attempt<>(session, action, connect))
                .toList();
        attempts.forEach(Attempt::start);
        return attempts.stream().map(attempt -> reply(attempt, deadline)).toList();
    }

    private <T> Reply<T> reply(Attempt<T> attempt, long deadline) {
        try {
            return attempt.reply(deadline, patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            attempt.giveUp();
            return attempt.refused("interrupted");
        }
    }

    /** One session's share. */
    private static final class Attempt<T> {
        private final Session session;
        private final FutureTask<T> task;
        private final CountDownLatch connected = new CountDownLatch(1);
        /** Set by whoever is first: the thread that goes on to the action, or the one that gives up waiting. */
        private final AtomicBoolean decided = new AtomicBoolean();

        Attempt(Session session, Function<Session, T> action, boolean connect) {
            this.session = session;
            this.task = new FutureTask<>(() -> run(action, connect));
        }

        void start() {
            Thread.ofPlatform().daemon().name("on " + session.name()).start(task);
        }

        private T run(Function<Session, T> action, boolean connect) {
            try {
                if (connect) {
                    session.hypervisor();
                }
            } finally {
                connected.countDown();
            }
            if (!decided.compareAndSet(false, true)) {
                throw new CancellationException();
            }
            return action.apply(session);
        }

        Reply<T> reply(long deadline, Duration patience) throws InterruptedException {
            long end = deadline;
            while (!connected.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                if (session.asking()) {
                    TimeUnit.MILLISECONDS.sleep(ASKING_MILLIS);
                    // With the answer, connecting begins in earnest.
                    end = System.nanoTime() + patience.toNanos();
                } else if (giveUp()) {
                    return refused("no answer in %d s".formatted(patience.toSeconds()));
                }
            }
            try {
                return new Reply<>(session, task.get(), null);
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof CannotConnectException refusal) {
                    return new Reply<>(session, null, refusal.reason());
                }
                throw new IllegalStateException(failure.getCause());
            }
        }

        /** Keeps the action from being started; false when it is running already. */
        boolean giveUp() {
            return decided.compareAndSet(false, true);
        }

        Reply<T> refused(String why) {
            return new Reply<>(session, null, new HypervisorException(ErrorCode.OPERATION_TIMEOUT.number(), 0, why));
        }
    }
}
