package io.vmsh.session;

import io.vmsh.hypervisor.HypervisorException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Asks questions that may never be answered, such as those to a host that has just gone. Each has a platform thread of
 * its own, since libvirt's last error belongs to an operating-system thread; one that is not answered in time is left
 * behind.
 */
public final class Within {
    private Within() {}

    /** What came of a question. */
    public sealed interface Answer<T> {
        /** What was told, if anything was. */
        default Optional<T> told() {
            return this instanceof Told<T>(T value) ? Optional.of(value) : Optional.empty();
        }
    }

    /** It was answered. */
    public record Told<T>(T value) implements Answer<T> {}

    /** Libvirt refused. */
    public record Refused<T>(HypervisorException reason) implements Answer<T> {}

    /** Nothing came back in time. */
    public record Silence<T>() implements Answer<T> {}

    /** A question that is under way. */
    public record Question<T>(FutureTask<T> task) {
        /** Waits for the answer, no longer than this from now. */
        public Answer<T> answer(Duration limit) {
            try {
                return new Told<>(task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException late) {
                return new Silence<>();
            } catch (InterruptedException signal) {
                Thread.currentThread().interrupt();
                return new Silence<>();
            } catch (ExecutionException failure) {
                return switch (failure.getCause()) {
                    case CannotConnectException refusal -> new Refused<>(refusal.reason());
                    case HypervisorException reason -> new Refused<>(reason);
                    case null, default -> throw new IllegalStateException(failure.getCause());
                };
            }
        }
    }

    /** Begins to ask. */
    public static <T> Question<T> asking(String name, Supplier<T> question) {
        FutureTask<T> task = new FutureTask<>(question::get);
        Thread.ofPlatform().daemon().name(name).start(task);
        return new Question<>(task);
    }

    /** Asks, and waits for the answer. */
    public static <T> Answer<T> limit(Duration limit, String name, Supplier<T> question) {
        return asking(name, question).answer(limit);
    }
}
