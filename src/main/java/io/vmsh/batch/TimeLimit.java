package io.vmsh.batch;

import io.vmsh.advice.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Runs statements that may not take longer than a given time. */
final class TimeLimit {
    private static final long GRACE_MILLIS = 500;

    private TimeLimit() {}

    /**
     * Runs a statement on a platform thread of its own. When its time is up it is interrupted; a native call cannot be
     * stopped, so one that does not end then is left behind.
     *
     * @param abandon called when it is left behind, for what it works with not to be used again
     */
    static Ended run(Supplier<Ended> statement, Duration limit, Runnable abandon) {
        FutureTask<Ended> task = new FutureTask<>(statement::get);
        Thread thread = Thread.ofPlatform().daemon().name("statement").start(task);
        try {
            return ending(task, limit.toMillis());
        } catch (TimeoutException late) {
            thread.interrupt();
            return afterAll(task, abandon, "not done within " + text(limit));
        } catch (InterruptedException signal) {
            thread.interrupt();
            Ended ended = afterAll(task, abandon, "interrupted");
            Thread.currentThread().interrupt();
            return ended;
        }
    }

    private static Ended ending(FutureTask<Ended> task, long millis) throws TimeoutException, InterruptedException {
        try {
            return task.get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    private static Ended afterAll(FutureTask<Ended> task, Runnable abandon, String why) {
        try {
            ending(task, GRACE_MILLIS);
            return failed(why);
        } catch (TimeoutException | InterruptedException | CancellationException goesOn) {
            abandon.run();
            return failed(why + "; it is left running");
        }
    }

    private static Ended failed(String why) {
        return new Ended.Failed(Problem.of(List.of(why), null), true);
    }

    private static String text(Duration limit) {
        return limit.toMillisPart() == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
