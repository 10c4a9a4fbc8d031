package io.vmsh.command;

import io.vmsh.hypervisor.Subscription;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Opt;
import io.vmsh.spec.UsageException;
import io.vmsh.spec.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The waiting of all {@code …-event} commands: for one event or for many, for a time or until Ctrl-C. Each is shown when it
 * comes.
 */
public final class EventWait<E> {
    public static final Flag LOOP = Flag.of("loop", "go on after the first event");
    public static final Opt<Integer> TIMEOUT = Opt.of("timeout", Value.UNSIGNED_INT, "seconds to wait at most");
    public static final Flag TIMESTAMP = Flag.of("timestamp", "with the time of each event, in UTC");

    private static final int MOST_SECONDS = Integer.MAX_VALUE / 1000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

    private final Call call;
    private final Function<E, String> line;
    private final Function<E, Map<String, @Nullable Object>> data;
    private final BlockingQueue<Optional<E>> arrivals = new LinkedBlockingQueue<>();

    /**
     * A wait for events.
     *
     * @param line an event as a line of text
     * @param data the same for structured output
     */
    public EventWait(Call call, Function<E, String> line, Function<E, Map<String, @Nullable Object>> data) {
        this.call = call;
        this.line = line;
        this.data = data;
    }

    /** Why the waiting ended. */
    private enum End {
        DONE(""),
        TIMEOUT("event loop timed out\n"),
        INTERRUPT("event loop interrupted\n");

        private final String sentence;

        End(String sentence) {
            this.sentence = sentence;
        }
    }

    /**
     * Waits and shows.
     *
     * @param subscribe begins to listen
     * @return how many there were
     * @throws CommandFailure when there were none
     */
    public Result listen(Function<Consumer<E>, Subscription> subscribe) {
        Optional<Duration> timeout = timeout();
        call.dialog().onInterrupt(() -> arrivals.add(Optional.empty()));
        try (var _ = subscribe.apply(event -> arrivals.add(Optional.of(event)))) {
            return wait(timeout.map(time -> System.nanoTime() + time.toNanos()).orElse(null));
        } finally {
            call.dialog().onInterrupt(null);
        }
    }

    private Result wait(@Nullable Long deadline) {
        int count = 0;
        End end = null;
        while (end == null) {
            try {
                Optional<E> arrival = deadline == null
                        ? arrivals.take()
                        : arrivals.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (arrival == null) {
                    end = End.TIMEOUT;
                } else if (arrival.isEmpty()) {
                    end = End.INTERRUPT;
                } else {
                    count++;
                    show(arrival.get());
                    end = call.has(LOOP) ? null : End.DONE;
                }
            } catch (InterruptedException cancelled) {
                end = End.INTERRUPT;
            }
        }
        Result total =
                new Result.Document(end.sentence + "events received: " + count + "\n", Map.of("received", count));
        if (count == 0) {
            throw CommandFailure.silent().after(total);
        }
        return total;
    }

    private void show(E event) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        String time = "";
        if (call.has(TIMESTAMP)) {
            time = TIME.format(Instant.now());
            values.put("time", time);
            time += ": ";
        }
        values.putAll(data.apply(event));
        call.show(new Result.Document(time + line.apply(event) + "\n", values));
    }

    private Optional<Duration> timeout() {
        Optional<Integer> seconds = call.find(TIMEOUT);
        seconds.filter(value -> value <= 0 || value > MOST_SECONDS).ifPresent(value -> {
            throw new UsageException(
                    "Numeric value '%s' for <timeout> option is malformed or out of range"
                            .formatted(Integer.toUnsignedString(value)),
                    0,
                    0);
        });
        return seconds.map(Duration::ofSeconds);
    }
}
