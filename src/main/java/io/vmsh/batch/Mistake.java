package io.vmsh.batch;

import io.vmsh.spec.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a script.
 *
 * @param place null for what is wrong with all of it
 */
public record Mistake(@Nullable Place place, String message) {
    /** A mistake in a stretch of a script; one with a place of its own is there. */
    static Mistake of(UsageException mistake, Source source, int start, int end) {
        boolean placed = mistake.end() > mistake.start();
        Place place = placed ? source.place(mistake.start(), mistake.end()) : source.place(start, end);
        return new Mistake(place, String.join("; ", mistake.lines()));
    }

    /** {@code FILE:LINE:COLUMN: message}, then the line with carets under the place. */
    public String describe() {
        return place == null ? message : place.describe(message);
    }
}
