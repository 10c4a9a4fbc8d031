package io.vmsh.command;

import io.vmsh.guide.Change;
import io.vmsh.guide.Look;
import io.vmsh.guide.Step;
import io.vmsh.guide.StepResult;
import io.vmsh.guide.Walker;

/** Goes along with a guide for the person at the prompt, or for nobody. */
final class GuideWalker implements Walker {
    private final Dialog dialog;
    private final Mode mode;
    private volatile boolean stopped;

    private enum Mode {
        LOOK,
        APPLY,
        ASK
    }

    private GuideWalker(Dialog dialog, Mode mode) {
        this.dialog = dialog;
        this.mode = mode;
    }

    /** Changes nothing. */
    static GuideWalker looking(Dialog dialog) {
        return new GuideWalker(dialog, Mode.LOOK);
    }

    /** Changes all that is missing. */
    static GuideWalker applying(Dialog dialog) {
        return new GuideWalker(dialog, Mode.APPLY);
    }

    /** Asks about each step. */
    static GuideWalker asking(Dialog dialog) {
        return new GuideWalker(dialog, Mode.ASK);
    }

    @Override
    public boolean onlyLooks() {
        return mode == Mode.LOOK;
    }

    @Override
    public boolean stopped() {
        return stopped;
    }

    /** The first Ctrl-C lets the change under way come to its end; the next does as with any other statement. */
    private void stop() {
        stopped = true;
        dialog.onInterrupt(null);
        dialog.say("stopping after what is under way; Ctrl-C again does not wait for it");
    }

    @Override
    public void at(Step step) {
        // Again at each step, since a statement of the last one may have listened itself.
        dialog.onInterrupt(this::stop);
        dialog.progress(named(step.place(), step.title()));
    }

    @Override
    public Decision decide(Step step, Look.Missing missing) {
        if (mode == Mode.APPLY) {
            missing.changes().stream()
                    .map(Change::warning)
                    .filter(warning -> !warning.isEmpty())
                    .distinct()
                    .forEach(dialog::say);
            return Decision.APPLY;
        }
        dialog.progress("");
        dialog.say("%s: %s".formatted(named(step.place(), step.title()), missing.evidence()));
        missing.changes().forEach(change -> dialog.say(indented(change).stripTrailing()));
        while (true) {
            String answer = dialog.ask("apply, skip or stop? [a/s/q] ", true);
            if (answer == null) {
                return Decision.STOP;
            }
            switch (answer.strip()) {
                case "a", "apply", "y", "yes" -> {
                    return Decision.APPLY;
                }
                case "s", "skip", "n", "no" -> {
                    return Decision.SKIP;
                }
                case "q", "stop", "quit" -> {
                    return Decision.STOP;
                }
                default -> dialog.say("a, s or q");
            }
        }
    }

    @Override
    public void over(StepResult result) {
        dialog.progress("");
        if (mode == Mode.ASK) {
            dialog.say("%s: %s: %s"
                    .formatted(
                            named(result.place(), result.title()),
                            result.state().word(),
                            result.told()));
        }
    }

    private static String named(String place, String title) {
        return place.isEmpty() ? title : place + ": " + title;
    }

    /** A change below the step that it belongs to. */
    static String indented(Change change) {
        String text = change.describe().indent(4);
        return change.warning().isEmpty() ? text : text + change.warning().indent(4);
    }
}
