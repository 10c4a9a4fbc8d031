package io.vmsh.spec;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}. */
final class Durations {
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
    private static final String MALFORMED = "'%s' is no time for <%s>: write a number and ms, s, m or h, as in 30s";

    private Durations() {}

    static Duration read(String word) {
        Matcher matcher = SPAN.matcher(word);
        if (!matcher.matches()) {
            throw new BadValueException(MALFORMED);
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }
}
