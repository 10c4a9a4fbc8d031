package io.vmsh.command.domain;

import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The wish to stop a migration, carried out as soon as that is possible: while libvirt prepares, there is no job to stop
 * yet, and one that has only begun may not hear of it.
 */
final class MigrationAbort {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Domain guest;
    private final Aside<Answer> calls;
    private boolean wanted;
    private boolean accepted;
    private boolean everAccepted;
    private boolean toldUnheard;
    private long since;
    private String refusal = "";

    /** What came of one try. */
    private record Answer(Optional<HypervisorException> refusal, boolean postCopy) {}

    /** What has become of the wish. */
    enum News {
        NONE,
        /** The source has stopped sending, but the call that moves the guest still waits for something. */
        LINGERING,
        /** The source does not answer. */
        UNHEARD,
        /** The guest runs on the other side by now. */
        TOO_LATE,
        REFUSED
    }

    MigrationAbort(Domain guest) {
        this.guest = guest;
        this.calls = new Aside<>("migration abort", this::abort);
    }

    /** Whether somebody wanted it. */
    boolean wanted() {
        return wanted || everAccepted;
    }

    /** libvirt's sentence after {@link News#REFUSED}. */
    String refusal() {
        return refusal;
    }

    /** Stops it now, or as soon as there is something to stop. */
    void want() {
        wanted = true;
        accepted = false;
        toldUnheard = false;
        since = System.nanoTime();
        calls.ask();
    }

    /**
     * Goes on with it.
     *
     * @param moving whether something was sent just now
     * @param prepared whether libvirt is past the preparations
     */
    News next(boolean moving, boolean prepared) {
        if (!wanted) {
            return News.NONE;
        }
        Optional<Answer> answer = calls.answer();
        if (answer.isEmpty() && !toldUnheard && calls.waiting().compareTo(PATIENCE) > 0) {
            toldUnheard = true;
            return News.UNHEARD;
        }
        if (answer.isPresent() && answer.get().refusal().isEmpty()) {
            accepted = true;
            everAccepted = true;
            since = System.nanoTime();
        } else if (answer.isPresent() && answer.get().postCopy()) {
            wanted = false;
            return News.TOO_LATE;
        } else if (answer.isPresent()) {
            ErrorCode code = answer.get().refusal().orElseThrow().code();
            // Busy: with connecting to the other host, or with the last steps.
            boolean tryAgain = code == ErrorCode.OPERATION_TIMEOUT
                    || (code == ErrorCode.OPERATION_INVALID && (!prepared || !late()));
            if (!tryAgain) {
                wanted = false;
                refusal = answer.get().refusal().orElseThrow().message();
                return News.REFUSED;
            }
        }
        if (!accepted || (moving && late())) {
            accepted = false;
            calls.ask();
        } else if (late()) {
            wanted = false;
            return News.LINGERING;
        }
        return News.NONE;
    }

    private boolean late() {
        return Duration.ofNanos(System.nanoTime() - since).compareTo(PATIENCE) > 0;
    }

    /** Tries no more; done when the guest's handle is no longer in use here. */
    CompletableFuture<?> end() {
        return calls.end();
    }

    private Answer abort() {
        try {
            guest.job().abort(Set.of());
            return new Answer(Optional.empty(), false);
        } catch (HypervisorException refusal) {
            return new Answer(Optional.of(refusal), inPostCopy());
        }
    }

    private boolean inPostCopy() {
        try {
            return guest.status().inPostCopy();
        } catch (HypervisorException gone) {
            return false;
        }
    }
}
