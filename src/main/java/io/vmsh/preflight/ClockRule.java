package io.vmsh.preflight;

import java.time.Duration;
import java.util.Optional;

/**
 * What clocks are held to.
 *
 * @param limit most that two of them may be apart
 * @param reference an NTP server that knows the time; without one, the hosts are only compared with each other
 */
public record ClockRule(Duration limit, Optional<String> reference) {
    /** Where nothing else is said. */
    public static final ClockRule USUAL = new ClockRule(Duration.ofSeconds(1), Optional.empty());
}
