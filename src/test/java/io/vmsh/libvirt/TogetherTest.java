package io.vmsh.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private static final List<Integer> NUMBERS = IntStream.range(0, 8).boxed().toList();

    @Test
    void keepsTheOrder() {
        assertThat(Together.each(NUMBERS, number -> number * 2)).containsExactly(0, 2, 4, 6, 8, 10, 12, 14);
        assertThat(Together.each(1, NUMBERS, number -> number)).isEqualTo(NUMBERS);
        assertThat(Together.each(List.of(), number -> number)).isEmpty();
    }

    @Test
    void longCallsAreAllUnderWayAtOnce() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        long start = System.nanoTime();
        Together.each(NUMBERS, number -> {
            pause(200);
            return threads.add(Thread.currentThread());
        });
        assertThat(threads).hasSize(NUMBERS.size());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1200));
    }

    @Test
    void aFailureWaitsForTheOthers() {
        AtomicInteger ended = new AtomicInteger();
        assertThatThrownBy(() -> Together.each(NUMBERS, number -> {
                    pause(number * 10);
                    ended.incrementAndGet();
                    if (number % 3 == 1) {
                        throw new IllegalStateException("refused " + number);
                    }
                    return number;
                }))
                .hasMessage("refused 1");
        assertThat(ended).hasValue(NUMBERS.size());
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
