package io.vmsh.command.evacuate;

import io.vmsh.evacuation.Evacuee;
import io.vmsh.evacuation.Sighting;
import io.vmsh.evacuation.Sighting.Answer;
import io.vmsh.evacuation.Sighting.Seen;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainKey;
import io.vmsh.hypervisor.DomainState;
import io.vmsh.hypervisor.DomainStatus;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.session.CannotConnectException;
import io.vmsh.session.Session;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the two hosts of a move where the guest is. */
record Whereabouts(Session source, Session target, Evacuee guest) {
    /** How long a host may take to answer. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** How long a guest may seem to be on its way without any job that moves it. */
    private static final Duration SETTLING = Duration.ofSeconds(15);

    private static final long PAUSE_MILLIS = 500;

    /** Reasons for which libvirt keeps a guest paused while it moves: it is sent, it comes in. */
    private static final Set<Integer> MIGRATING = Set.of(2, 11);

    /**
     * What they say once nothing moves it any more: waits for that as long as it takes. One that seems to be on its way
     * without any job that moves it is told as such after a while.
     */
    Sighting settled() throws InterruptedException {
        long deadline = System.nanoTime() + SETTLING.toNanos();
        while (true) {
            boolean[] job = new boolean[1];
            Sighting sighting = now(job);
            if (sighting.answer(guest.active()) != Answer.MOVING) {
                return sighting;
            }
            if (job[0]) {
                deadline = System.nanoTime() + SETTLING.toNanos();
            } else if (System.nanoTime() > deadline) {
                return sighting;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /**
     * Looks at the source first: a guest that leaves it between the two looks is seen at the target, never at neither.
     * It may be seen at both, though, so that this has to be seen again.
     */
    private Sighting now(boolean[] job) throws InterruptedException {
        Sighting sighting = once(job);
        return sighting.answer(guest.active()) == Answer.TWICE ? once(job) : sighting;
    }

    private Sighting once(boolean[] job) throws InterruptedException {
        Seen here = result(start(() -> look(source, job)), source);
        return new Sighting(here, result(start(() -> look(target, new boolean[1])), target));
    }

    private Seen look(Session session, boolean[] job) {
        try {
            Hypervisor host = session.hypervisor();
            try (var _ = host.use();
                    Domain domain = host.domains().find(guest.uuid(), EnumSet.of(DomainKey.UUID))) {
                DomainStatus status = domain.status();
                if (domain.id() < 0 || status.state() == DomainState.SHUT_OFF) {
                    return new Seen.Off();
                }
                job[0] = hasJob(domain);
                boolean paused = status.state() == DomainState.PAUSED;
                return new Seen.Active(!paused, job[0] || (paused && MIGRATING.contains(status.reason())));
            }
        } catch (CannotConnectException refused) {
            return new Seen.Silent(refused.reason().message());
        } catch (HypervisorException failure) {
            return failure.code() == ErrorCode.NO_DOMAIN ? new Seen.Absent() : new Seen.Silent(failure.message());
        }
    }

    private static boolean hasJob(Domain domain) {
        try {
            return domain.job().stats(Set.of()).type().running();
        } catch (HypervisorException none) {
            return false;
        }
    }

    private static FutureTask<Seen> start(Callable<Seen> look) {
        FutureTask<Seen> task = new FutureTask<>(look);
        Thread.ofPlatform().daemon().name("where is it").start(task);
        return task;
    }

    private static Seen result(FutureTask<Seen> task, Session session) throws InterruptedException {
        try {
            return task.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return new Seen.Silent("%s does not answer".formatted(session.name()));
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        }
    }
}
