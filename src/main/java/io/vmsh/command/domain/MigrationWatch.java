package io.vmsh.command.domain;

import io.vmsh.advice.ExitCode;
import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Dialog;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.JobProgress;
import io.vmsh.hypervisor.MigrationFlag;
import io.vmsh.hypervisor.MigrationProgress;
import io.vmsh.hypervisor.MigrationProgress.Phase;
import io.vmsh.hypervisor.MigrationRequest;
import io.vmsh.hypervisor.Migrations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One migration under way. The call that moves the guest blocks, so it has a thread of its own, as has every other call
 * about it; the thread that runs the statement only looks at what they found, shows it, and obeys Ctrl-C and the timeout.
 */
final class MigrationWatch {
    private static final Duration POLL = Duration.ofMillis(250);

    private final Call call;
    private final Domain guest;
    private final Destination destination;
    private final MigrationRequest request;
    private final Timeout timeout;
    private final MigrationParty party;
    private final MigrationLine line;
    private final MigrationTroubles troubles;
    private final MigrationSamples samples;
    private final MigrationAbort abort;
    private final VirshMeter meter;
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final CompletableFuture<Void> moved = new CompletableFuture<>();
    private @Nullable MigrationProgress progress;
    private CompletableFuture<?> forcing = CompletableFuture.completedFuture(null);
    private CompletableFuture<?> told = CompletableFuture.completedFuture(null);
    private boolean forced;
    private boolean postCopy;

    /**
     * When a live migration is forced to its end.
     *
     * @param seconds after the start; 0 for never
     * @param postCopy whether by post-copy instead of a pause
     */
    record Timeout(long seconds, boolean postCopy) {}

    MigrationWatch(Call call, Domain guest, Destination destination, MigrationRequest request, Timeout timeout) {
        this.call = call;
        this.guest = guest;
        this.destination = destination;
        this.request = request;
        this.timeout = timeout;
        String name = guest.name();
        this.party = new MigrationParty(
                name,
                MigrationSummary.address(call.workspace(), call.session(), name),
                call.session().name(),
                destination.word());
        this.line = new MigrationLine(name, destination.word());
        boolean prompt = call.workspace().interactive();
        ConvergenceHelp help = new ConvergenceHelp(
                party, Optional.of(call.statement()), prompt ? " (Ctrl-C, then l, for the prompt)" : "");
        this.troubles = new MigrationTroubles(
                party,
                prompt ? "To put an end to it: Ctrl-C, then a" : "To put an end to it: Ctrl-C",
                now -> endsByItself() ? List.of() : help.lines(now));
        this.samples = new MigrationSamples(guest);
        this.abort = new MigrationAbort(guest);
        this.meter = new VirshMeter("Migration", call.dialog());
    }

    /** Moves the guest, and returns when it has moved, or when it is left to itself. */
    Result run() {
        Dialog dialog = call.dialog();
        long start = System.nanoTime();
        dialog.onInterrupt(() -> interrupted.set(true));
        try {
            if (Thread.interrupted()) {
                moved.complete(null);
                throw CommandFailure.of("interrupted: %s was not moved", party.guest())
                        .exiting(ExitCode.INTERRUPTED);
            }
            Thread.ofPlatform().daemon().name("migrate " + party.guest()).start(this::move);
            while (!ended()) {
                if (interrupted.getAndSet(false) && leaves()) {
                    return leave();
                }
                force(since(start));
                look();
            }
            if (call.has(MigrateOptions.VERBOSE)) {
                meter.finish();
            }
            if (abort.wanted() && call.workspace().watched()) {
                dialog.say("too late to stop it");
            }
            return summary(since(start));
        } catch (HypervisorException failure) {
            // What is known of a migration that was stopped says so already.
            if (failure.code() != ErrorCode.OPERATION_ABORTED) {
                tellWhere();
            }
            throw failure;
        } finally {
            dialog.onInterrupt(null);
            dialog.progress("");
            // Whatever ends the watching, libvirt has the guest's handle until the last call about it returns.
            var _ = CompletableFuture.allOf(moved, told, samples.end(), abort.end(), forcing)
                    .whenComplete((nothing, failure) -> close());
        }
    }

    /** Runs on the migration's own thread. */
    private void move() {
        try {
            Migrations migrations = call.hypervisor().migrations();
            if (fromSource()) {
                migrations.migrateToUri(guest, destination.uri(), request);
            } else {
                Hypervisor target = destination.hypervisor();
                // Left to itself, this may go on while the session is closed.
                try (var _ = target.use()) {
                    migrations.migrate(guest, target, request);
                }
            }
            moved.complete(null);
        } catch (RuntimeException | Error failure) {
            moved.completeExceptionally(failure);
        }
    }

    private boolean fromSource() {
        return request.flags().contains(MigrationFlag.PEER2PEER) || call.has(MigrateOptions.DIRECT);
    }

    private boolean endsByItself() {
        return timeout.seconds() != 0 || call.has(MigrateOptions.POSTCOPY_AFTER_PRECOPY);
    }

    /** Waits a little; throws what the migration failed with. */
    private boolean ended() {
        try {
            moved.get(POLL.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (InterruptedException signal) {
            interrupted.set(true);
            return false;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure);
        }
    }

    /** What Ctrl-C means: one-shot it stops the migration as in virsh, in the shell the user chooses. */
    private boolean leaves() {
        if (!call.workspace().interactive()) {
            abort.want();
            return false;
        }
        Dialog dialog = call.dialog();
        dialog.progress("");
        dialog.explain(whatGoesOn());
        boolean stoppable = phase() != Phase.POST_COPY;
        String question = (stoppable ? "(a)bort it, " : "") + "(l)eave it running, or (g)o on watching? ";
        String answer = dialog.ask(question, true);
        troubles.lookAway();
        switch (answer == null ? "g" : answer.strip().toLowerCase(Locale.ROOT)) {
            case "a", "abort" -> abort.want();
            case "l", "leave" -> {
                return true;
            }
            default -> {}
        }
        return false;
    }

    private String whatGoesOn() {
        String guestName = party.guest();
        if (phase() == Phase.POST_COPY) {
            return "%s runs on %s already, and the rest of its memory follows: this cannot be stopped.%s"
                    .formatted(
                            guestName,
                            party.target(),
                            fromSource() ? "" : " Do not leave the shell before it has ended.");
        }
        return fromSource()
                ? guestName + " is still moving. The source host drives this: it goes on even when the shell ends."
                : guestName + " is still moving. Left alone it goes on while this shell runs; leaving the shell"
                        + " cancels it, and the guest stays where it is.";
    }

    private Phase phase() {
        return progress == null ? Phase.PREPARING : progress.phase();
    }

    /** Lets the migration's own thread tell how it ended. */
    private Result leave() {
        Dialog dialog = call.dialog();
        String name = party.guest();
        String what = "the migration of %s to %s".formatted(name, destination.word());
        if (!fromSource()) {
            call.workspace().begin(what);
        }
        long start = System.nanoTime() - Duration.ofMillis(elapsedMillis()).toNanos();
        told = moved.handle((nothing, failure) -> {
            call.workspace().end(what);
            if (failure == null) {
                summarizer().after(since(start)).message().lines().forEach(dialog::explain);
            } else {
                dialog.say("%s did not move: %s".formatted(name, failure.getMessage()));
            }
            return 0;
        });
        return Result.done(
                "%s goes on moving: 'migrate-watch %s' follows it, 'domjobabort %s' stops it",
                name, party.address(), party.address());
    }

    private long elapsedMillis() {
        return progress == null ? 0 : progress.sample().elapsedMillis();
    }

    /** The summary, where somebody reads along; else nothing, as in virsh. */
    private Result summary(Duration time) {
        return call.workspace().watched() ? summarizer().after(time) : Result.NOTHING;
    }

    private MigrationSummary summarizer() {
        return new MigrationSummary(
                call.workspace(),
                call.session(),
                party.guest(),
                call.find(MigrateOptions.NEW_NAME).orElse(party.guest()),
                destination.word(),
                destination.session(),
                destination.reached(),
                call.has(MigrateOptions.OFFLINE),
                call.has(MigrateOptions.PERSISTENT));
    }

    /** After Ctrl-C, the one thing that matters is where the guest is. */
    private void tellWhere() {
        if (!abort.wanted() || !call.workspace().watched()) {
            return;
        }
        try {
            call.dialog()
                    .say("%s was not moved: it is %s on %s"
                            .formatted(party.guest(), guest.status().state().label(), party.source()));
        } catch (HypervisorException unknown) {
            call.dialog().say("what became of %s is not known: %s".formatted(party.guest(), unknown.message()));
        }
    }

    private void close() {
        guest.close();
        destination.close();
    }

    /** At the timeout, pauses the guest or switches to post-copy, once; that this fails is no failure of its own. */
    private void force(Duration elapsed) {
        if (forced || timeout.seconds() == 0 || elapsed.toSeconds() < timeout.seconds()) {
            return;
        }
        forced = true;
        if (timeout.postCopy()) {
            startPostCopy();
        } else {
            attempt(() -> guest.life().suspend());
        }
    }

    private void startPostCopy() {
        postCopy = true;
        attempt(() -> call.hypervisor().migrations().startPostCopy(guest));
    }

    private void attempt(Runnable action) {
        forcing = CompletableFuture.runAsync(
                () -> {
                    try {
                        action.run();
                    } catch (HypervisorException refused) {
                        // virsh goes on as well: the migration itself is still under way.
                    }
                },
                task -> Thread.ofPlatform().daemon().name("migration timeout").start(task));
    }

    /** Takes in what the calls about the migration have found. */
    private void look() {
        MigrationProgress before = progress;
        Optional<JobProgress> sample = samples.next()
                .flatMap(MigrationSamples.Reply::job)
                .filter(job -> job.type().running());
        sample.ifPresent(this::show);
        if (call.workspace().watched()) {
            say(sample.isPresent() && progress != null ? troubles.after(progress) : List.of());
            say(troubles.silent(samples.silence()));
        }
        boolean moving = progress != null && before != null && progress.movedSince(before);
        switch (abort.next(moving, phase() != Phase.PREPARING)) {
            case NONE -> {}
            case LINGERING ->
                say(List.of("%s is no longer sent; the call still waits for %s, for minutes if that does not answer"
                        .formatted(party.guest(), party.target())));
            case UNHEARD ->
                say(List.of("%s has not taken the wish to stop yet, and is asked again until it does"
                        .formatted(party.source())));
            case TOO_LATE ->
                say(List.of("cannot stop it: %s runs on %s already, and the rest of its memory follows"
                        .formatted(party.guest(), party.target())));
            case REFUSED -> say(List.of("cannot stop it: " + abort.refusal()));
        }
    }

    private void say(List<String> lines) {
        lines.forEach(call.dialog()::explain);
    }

    private void show(JobProgress sample) {
        progress = progress == null ? MigrationProgress.of(sample) : progress.after(sample);
        if (call.has(MigrateOptions.POSTCOPY_AFTER_PRECOPY) && !postCopy && sample.iteration() > 1) {
            startPostCopy();
        }
        call.dialog().progress(line.of(progress, call.dialog().columns()));
        if (call.has(MigrateOptions.VERBOSE)) {
            meter.show(sample.data());
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
