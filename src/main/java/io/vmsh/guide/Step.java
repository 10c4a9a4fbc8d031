package io.vmsh.guide;

import java.util.List;
import java.util.function.Supplier;

/**
 * One step of a guide, on one host.
 *
 * @param place name of the host or session; empty for this machine or for all of them together
 * @param title what is to be so, in a few words
 * @param after steps that must be right before this one can be looked at
 * @param look looks whether it is so; changes nothing that lasts, and throws when it cannot tell
 */
public record Step(String place, String title, List<Step> after, Supplier<Look> look) {
    public Step {
        after = List.copyOf(after);
    }

    public Step(String place, String title, Supplier<Look> look) {
        this(place, title, List.of(), look);
    }

    /** The same step, which must wait for others, on whatever host. */
    public Step after(List<Step> others) {
        return new Step(place, title, others, look);
    }
}
