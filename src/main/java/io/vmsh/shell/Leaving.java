package io.vmsh.shell;

import io.vmsh.command.Dialog;
import io.vmsh.command.Workspace;
import java.util.List;
import java.util.Locale;

/** Asks before the shell is left while something goes on that would end with it. */
record Leaving(Workspace workspace, Dialog dialog) {
    /** Whether to leave; nobody there to answer means yes. */
    boolean allowed() {
        List<String> underWay = workspace.underWay();
        if (underWay.isEmpty()) {
            return true;
        }
        dialog.say("still under way, and cancelled when the shell ends: " + String.join(", ", underWay));
        String answer = dialog.ask("leave all the same? [y/N] ", true);
        return answer == null || answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
