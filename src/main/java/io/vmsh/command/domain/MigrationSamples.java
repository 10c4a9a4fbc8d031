package io.vmsh.command.domain;

import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.JobProgress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Asks the source host over and over how far a guest's job is. */
final class MigrationSamples {
    private final Domain guest;
    private final Aside<Reply> calls;
    private boolean totalsOnly;

    /** What came of one question: the job, or why it was not told. */
    record Reply(Optional<JobProgress> job, Optional<HypervisorException> refusal) {}

    MigrationSamples(Domain guest) {
        this.guest = guest;
        this.calls = new Aside<>("migration progress", this::ask);
    }

    /** What was told since the last time, if anything; the next question is on its way then. */
    Optional<Reply> next() {
        Optional<Reply> reply = calls.answer();
        calls.ask();
        return reply;
    }

    /** How long the host has owed an answer. */
    Duration silence() {
        return calls.waiting();
    }

    /** Asks no more; done when the guest's handle is no longer in use here. */
    CompletableFuture<?> end() {
        return calls.end();
    }

    private Reply ask() {
        try {
            return new Reply(
                    Optional.of(totalsOnly ? guest.job().info() : guest.job().stats(Set.of())), Optional.empty());
        } catch (HypervisorException none) {
            totalsOnly |= none.code() == ErrorCode.NO_SUPPORT;
            return new Reply(Optional.empty(), Optional.of(none));
        }
    }
}
