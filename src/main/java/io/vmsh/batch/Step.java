package io.vmsh.batch;

import io.vmsh.spec.Effect;
import io.vmsh.spec.Invocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a plan. One in a loop or a block for several hosts is one step, run several times.
 *
 * @param number its place in the plan, the same as long as the script is
 * @param depth how many blocks it stands in
 * @param sessions where it will be run, as far as that is known; empty for a step that needs no session
 * @param text with the values in place that are known, without secrets
 * @param effect what it does to the world; of a block, the strongest in it
 * @param later the variables whose values only running the script tells
 * @param comments the comments before it in the script
 * @param shell whether it only changes what later steps run with, so that no run can do without it
 * @param invocation the statement, when it is a command's and all its values are known
 */
public record Step(
        int number,
        Place place,
        int depth,
        List<String> sessions,
        Effect effect,
        String text,
        List<String> later,
        List<String> comments,
        boolean shell,
        @Nullable Invocation invocation) {
    public Step {
        sessions = List.copyOf(sessions);
        later = List.copyOf(later);
        comments = List.copyOf(comments);
    }

    Step withEffect(Effect other) {
        return new Step(number, place, depth, sessions, other, text, later, comments, shell, invocation);
    }
}
