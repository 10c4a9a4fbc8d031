package io.vmsh.command.domain;

import io.vmsh.advice.ExitCode;
import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Dialog;
import io.vmsh.command.Result;
import io.vmsh.command.domain.MigrationSamples.Reply;
import io.vmsh.command.domain.Moves.Move;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainState;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.JobProgress;
import io.vmsh.hypervisor.MigrationProgress;
import io.vmsh.session.CannotConnectException;
import io.vmsh.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The watching of a migration that this statement has not started, and leaves alone. */
final class MigrationFollower {
    private static final long POLL_MILLIS = 250;

    private final Call call;
    private final Domain guest;
    private final Move move;
    private final MigrationParty party;
    private final MigrationLine line;
    private final MigrationTroubles troubles;
    private final MigrationSamples samples;
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private @Nullable MigrationProgress progress;

    MigrationFollower(Call call, Domain guest, Move move) {
        this.call = call;
        this.guest = guest;
        this.move = move;
        String name = guest.name();
        String target = move.target().map(Session::name).orElse("");
        this.party = new MigrationParty(
                name,
                MigrationSummary.address(call.workspace(), call.session(), name),
                call.session().name(),
                target.isEmpty() ? "the other host" : target);
        this.line = new MigrationLine(name, target);
        String where = call.workspace().interactive() ? " (Ctrl-C for the prompt)" : "";
        this.troubles = new MigrationTroubles(
                party,
                "To put an end to it: domjobabort " + party.address(),
                new ConvergenceHelp(party, Optional.empty(), where)::lines);
        this.samples = new MigrationSamples(guest);
    }

    /** Watches until the migration ends, or until Ctrl-C. */
    Result run() {
        Dialog dialog = call.dialog();
        dialog.onInterrupt(() -> interrupted.set(true));
        try {
            boolean under = true;
            while (under) {
                if (interrupted.get() || pauses()) {
                    throw CommandFailure.of("no longer watching: %s goes on moving", party.guest())
                            .exiting(ExitCode.INTERRUPTED);
                }
                Optional<Reply> reply = samples.next();
                under = reply.isEmpty() || goesOn(reply.get());
                troubles.silent(samples.silence()).forEach(dialog::explain);
            }
            dialog.progress("");
            return outcome();
        } finally {
            dialog.onInterrupt(null);
            dialog.progress("");
            var _ = samples.end().whenComplete((nothing, failure) -> guest.close());
        }
    }

    /** Waits a little; true when the statement itself was cancelled. */
    private static boolean pauses() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            return false;
        } catch (InterruptedException cancelled) {
            return true;
        }
    }

    private boolean goesOn(Reply reply) {
        if (reply.refusal().isPresent()) {
            HypervisorException refusal = reply.refusal().get();
            return switch (refusal.code()) {
                // Busy with the switch-over: asked again.
                case OPERATION_TIMEOUT -> true;
                case NO_DOMAIN, OPERATION_INVALID -> false;
                default -> throw refusal;
            };
        }
        Optional<JobProgress> sample = reply.job().filter(job -> job.type().running());
        sample.ifPresent(this::show);
        return sample.isPresent();
    }

    private void show(JobProgress sample) {
        progress = progress == null ? MigrationProgress.of(sample) : progress.after(sample);
        Dialog dialog = call.dialog();
        dialog.progress(line.of(progress, dialog.columns()));
        troubles.after(progress).forEach(dialog::explain);
    }

    /** Where the guest is now; the job that ended may be any job, but a state is a fact. */
    private Result outcome() {
        Optional<DomainState> here = here();
        if (here.filter(state -> state != DomainState.SHUT_OFF).isPresent()) {
            throw CommandFailure.of(
                    "%s did not move: it is %s on %s", party.guest(), here.get().label(), party.source());
        }
        Optional<Session> target = arrival();
        if (target.isEmpty() && move.target().isPresent()) {
            throw CommandFailure.of(
                    "%s is neither active on %s nor on %s",
                    party.guest(), party.source(), move.target().get().name());
        }
        return new MigrationSummary(
                        call.workspace(),
                        call.session(),
                        party.guest(),
                        target.map(this::nameOn).orElse(party.guest()),
                        target.map(Session::name).orElse(party.target()),
                        target,
                        target.map(Session::hypervisor),
                        false,
                        true)
                .after(null);
    }

    private Optional<DomainState> here() {
        try {
            return Optional.of(guest.status().state());
        } catch (HypervisorException gone) {
            if (gone.code() == ErrorCode.NO_DOMAIN) {
                return Optional.empty();
            }
            throw gone;
        }
    }

    /** The open session that has the guest now. */
    private Optional<Session> arrival() {
        List<Session> others = MigrationsCommand.open(call.workspace()).stream()
                .filter(session -> !session.equals(call.session()))
                .toList();
        return others.stream().filter(session -> !nameOn(session).isEmpty()).findFirst();
    }

    /** The guest's name where it is active; empty where it is not. */
    private String nameOn(Session session) {
        try (Domain found = session.hypervisor().domains().find(move.uuid())) {
            return found.life().active() ? found.name() : "";
        } catch (HypervisorException | CannotConnectException none) {
            return "";
        }
    }
}
