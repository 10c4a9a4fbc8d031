package io.vmsh.evacuation;

import java.util.Optional;

/**
 * What the checks say about one guest on one target.
 *
 * @param doubts how much is known to be odd or could not be looked at; the less, the better
 * @param refusal why it cannot go there; empty when it can
 */
public record Fit(int doubts, Optional<String> refusal) {
    /** Nothing against it. */
    public static final Fit GOOD = new Fit(0, Optional.empty());

    /** It cannot go there. */
    public static Fit refused(String why) {
        return new Fit(0, Optional.of(why));
    }

    /** Finds what the checks say. */
    @FunctionalInterface
    public interface Judge {
        Fit of(Evacuee guest, String host);
    }
}
