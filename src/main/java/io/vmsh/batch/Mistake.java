package io.vmsh.batch;

import io.vmsh.spec.UsageException;

/** What is wrong with a script, and where. */
public record Mistake(Place place, String message) {
    /** A mistake in a stretch of a script; one with a place of its own is there. */
    static Mistake of(UsageException mistake, Source source, int start, int end) {
        boolean placed = mistake.end() > mistake.start();
        Place place = placed ? source.place(mistake.start(), mistake.end()) : source.place(start, end);
        return new Mistake(place, String.join("; ", mistake.lines()));
    }

    /** {@code FILE:LINE:COLUMN: message}, then the line with carets under the place. */
    public String describe() {
        return place.describe(message);
    }
}
