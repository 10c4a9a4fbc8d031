package io.vmsh.command.guide;

import io.vmsh.command.Call;
import io.vmsh.guide.Sites;
import io.vmsh.guide.Step;
import io.vmsh.session.Session;
import io.vmsh.spec.Parameter;
import java.util.List;

/** A guide that {@code guide} can walk. */
interface Topic {
    /** One word. */
    String name();

    /** What it leads to, in a few words. */
    String summary();

    /** Its own options; no two topics mean different things by one name. */
    List<Parameter> parameters();

    /**
     * Its steps, in order.
     *
     * @param sessions those that {@code --on} selects
     * @throws io.vmsh.spec.UsageException when an option is missing
     */
    List<Step> steps(Call call, Sites sites, List<Session> sessions);

    /** Whether {@code --on} must select something. */
    default boolean needsSessions() {
        return true;
    }

    /** Hosts besides those of the sessions, by the options. */
    default List<String> otherPlaces(Call call) {
        return List.of();
    }
}
