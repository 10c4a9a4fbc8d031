package io.vmsh.session;

import io.vmsh.spec.Noun;
import java.util.List;
import java.util.Set;

/** What there is to name: what completion reads. Answers within a moment, from memory if need be, and never fails. */
public interface Inventory {
    /**
     * Something that can be named.
     *
     * @param name as it is typed, without a session in front
     * @param states the words that {@link io.vmsh.spec.Value#in} may ask for: virsh's word for its state, such as
     *     {@code running} or {@code shut off}, and {@code active} or {@code inactive}
     */
    record Item(String name, Set<String> states) {
        public Item {
            states = Set.copyOf(states);
        }
    }

    /**
     * The things of one kind on one session; for sessions and selectors, which session is asked does not matter.
     *
     * @param context the pool, for volumes; else empty
     * @return what is known by now, perhaps nothing, in the order of listings
     */
    List<Item> list(Session session, Noun noun, String context);
}
