package io.vmsh.command.domain;

import io.vmsh.command.Call;
import io.vmsh.command.Dialog;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.JobProgress;
import io.vmsh.hypervisor.MigrationFlag;
import io.vmsh.hypervisor.MigrationRequest;
import io.vmsh.hypervisor.Migrations;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One migration under way. The call that moves the guest blocks, so it has a thread of its own, while the thread that
 * runs the statement looks at the job, shows its progress and obeys Ctrl-C and the timeout.
 */
final class MigrationWatch {
    private static final Duration POLL = Duration.ofMillis(250);

    private final Call call;
    private final Domain guest;
    private final String name;
    private final Destination destination;
    private final MigrationRequest request;
    private final Timeout timeout;
    private final MigrationLine line;
    private final VirshMeter meter;
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final CompletableFuture<Void> moved = new CompletableFuture<>();
    private boolean forced;
    private boolean postCopy;
    private boolean totalsOnly;

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
        this.name = guest.name();
        this.destination = destination;
        this.request = request;
        this.timeout = timeout;
        this.line = new MigrationLine(name + " -> " + destination.word());
        this.meter = new VirshMeter("Migration", call.dialog());
    }

    /** Moves the guest, and returns when it has moved, or when it is left to itself. */
    Result run() {
        Dialog dialog = call.dialog();
        long start = System.nanoTime();
        Thread.ofPlatform().daemon().name("migrate " + name).start(this::move);
        dialog.onInterrupt(() -> interrupted.set(true));
        try {
            while (!ended()) {
                if (interrupted.getAndSet(false) && leaves()) {
                    return leave();
                }
                force(since(start));
                progress().ifPresent(this::show);
            }
            if (call.has(MigrateOptions.VERBOSE)) {
                meter.finish();
            }
            return new MigrationSummary(call, name, destination).after(since(start));
        } finally {
            dialog.onInterrupt(null);
            dialog.progress("");
            // Whatever ends the watching, libvirt has the guest's handle until the call returns.
            var _ = moved.whenComplete((nothing, failure) -> close());
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
            abort();
            return false;
        }
        Dialog dialog = call.dialog();
        dialog.progress("");
        dialog.say(
                fromSource()
                        ? name + " is still moving. The source host drives this: it goes on even when the shell ends."
                        : name + " is still moving. Left alone it goes on while this shell runs; leaving the shell"
                                + " cancels it, and the guest stays where it is.");
        String answer = dialog.ask("(a)bort it, (l)eave it running, or (g)o on watching? ", true);
        switch (answer == null ? "g" : answer.strip().toLowerCase(Locale.ROOT)) {
            case "a", "abort" -> abort();
            case "l", "leave" -> {
                return true;
            }
            default -> {}
        }
        return false;
    }

    private void abort() {
        try {
            guest.job().abort(Set.of());
        } catch (HypervisorException refused) {
            call.dialog().say("cannot abort: " + refused.message());
        }
    }

    /** Lets the migration's own thread tell how it ended. */
    private Result leave() {
        Dialog dialog = call.dialog();
        String what = "the migration of %s to %s".formatted(name, destination.word());
        if (!fromSource()) {
            call.workspace().begin(what);
        }
        var _ = moved.whenComplete((nothing, failure) -> {
            call.workspace().end(what);
            dialog.say(
                    failure == null
                            ? "%s has moved to %s".formatted(name, destination.word())
                            : "%s did not move: %s".formatted(name, failure.getMessage()));
        });
        return Result.done("%s goes on moving: 'domjobinfo %s' shows it, 'domjobabort %s' stops it", name, name, name);
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

    private static void attempt(Runnable action) {
        try {
            action.run();
        } catch (HypervisorException refused) {
            // virsh goes on as well: the migration itself is still under way.
        }
    }

    private Optional<JobProgress> progress() {
        try {
            JobProgress progress = totalsOnly ? guest.job().info() : guest.job().stats(Set.of());
            return Optional.of(progress).filter(job -> job.type().running());
        } catch (HypervisorException none) {
            totalsOnly |= none.code() == ErrorCode.NO_SUPPORT;
            return Optional.empty();
        }
    }

    private void show(JobProgress progress) {
        if (call.has(MigrateOptions.POSTCOPY_AFTER_PRECOPY) && !postCopy && progress.iteration() > 1) {
            startPostCopy();
        }
        call.dialog().progress(line.after(progress));
        if (call.has(MigrateOptions.VERBOSE)) {
            meter.show(progress.data());
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
