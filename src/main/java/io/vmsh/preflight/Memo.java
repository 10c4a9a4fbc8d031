package io.vmsh.preflight;

import io.vmsh.hypervisor.HypervisorException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Asks each question once, whoever asks first; the others wait for the same answer, or the same refusal. */
final class Memo {
    private final Map<Object, FutureTask<?>> answers = new ConcurrentHashMap<>();

    /**
     * The answer to a question.
     *
     * @param key stands for one question, which has one type of answer
     * @throws HypervisorException when it was refused
     */
    @SuppressWarnings("unchecked")
    <T> T once(Object key, Supplier<T> question) {
        FutureTask<T> mine = new FutureTask<>(question::get);
        FutureTask<?> earlier = answers.putIfAbsent(key, mine);
        if (earlier == null) {
            mine.run();
        }
        try {
            return (T) (earlier == null ? mine : earlier).get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new HypervisorException(-1, 0, "interrupted");
        }
    }
}
