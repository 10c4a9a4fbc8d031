package io.vmsh.batch;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.vmsh.batch.JournalHead.Planned;
import java.util.ArrayList;
import java.util.List;

/** What is different between two plans, step by step. */
public final class PlanChange {
    private PlanChange() {}

    /** Lines with {@code -} for steps that are gone and {@code +} for new ones; none when all are the same. */
    public static List<String> between(List<Planned> before, List<Planned> after) {
        List<String> lines = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(texts(before), texts(after)).getDeltas()) {
            int gone = delta.getSource().getPosition();
            int come = delta.getTarget().getPosition();
            before.subList(gone, gone + delta.getSource().size()).forEach(step -> lines.add("- " + line(step)));
            after.subList(come, come + delta.getTarget().size()).forEach(step -> lines.add("+ " + line(step)));
        }
        return lines;
    }

    private static List<String> texts(List<Planned> plan) {
        return plan.stream().map(Planned::text).toList();
    }

    private static String line(Planned step) {
        return step.key() + ": " + step.text();
    }
}
