package io.vmsh.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.net.ntp.NTPUDPClient;
import org.apache.commons.net.ntp.TimeInfo;

/**
 * By how much a clock is ahead of this machine's.
 *
 * @param millis less than 0 when it is behind
 * @param doubt by how much that may be wrong, milliseconds
 */
public record ClockOffset(long millis, long doubt) {
    private static final Duration DATE_LIMIT = Duration.ofSeconds(6);
    private static final String DATES = "echo ready; while read -r again; do date +%s%3N; done";
    private static final int READINGS = 4;

    /** The offset of a clock that was read at some moment between two of this machine's. */
    static ClockOffset between(long there, long before, long after) {
        return new ClockOffset(there - (before + after) / 2, (after - before + 1) / 2);
    }

    /** What {@code date} printed between two moments of this machine's clock; empty when it is no number. */
    static Optional<ClockOffset> ofDate(String date, long before, long after) {
        return date.matches("\\d{10,16}")
                ? Optional.of(between(Long.parseLong(date), before, after))
                : Optional.empty();
    }

    /** Reads a host's clock by a shell, several times once it has started; empty when it cannot be asked. */
    public static Optional<ClockOffset> byDate(HostShell host) {
        return host.converse(DATE_LIMIT, List.of("sh", "-c", DATES), READINGS).stream()
                .flatMap(answer -> ofDate(answer.line(), answer.before(), answer.after()).stream())
                .min(Comparator.comparingLong(ClockOffset::doubt));
    }

    /**
     * The same.
     *
     * @throws HostException when the host cannot be asked
     */
    public static Optional<ClockOffset> byDate(Host host) {
        long before = System.currentTimeMillis();
        String date = host.run(DATE_LIMIT, List.of("date", "+%s%3N")).out().strip();
        return ofDate(date, before, System.currentTimeMillis());
    }

    /** Asks a host's NTP server; empty when there is none, or none that answers in time. */
    public static Optional<ClockOffset> byNtp(String host, Duration limit) {
        try (NTPUDPClient client = new NTPUDPClient()) {
            client.setDefaultTimeout(limit);
            TimeInfo answer = client.getTime(InetAddress.getByName(host));
            answer.computeDetails();
            Long offset = answer.getOffset();
            Long delay = answer.getDelay();
            return offset == null
                    ? Optional.empty()
                    : Optional.of(new ClockOffset(offset, delay == null ? 0 : Math.max(0, delay) / 2));
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
