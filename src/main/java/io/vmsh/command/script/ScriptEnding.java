package io.vmsh.command.script;

import io.vmsh.advice.ExitCode;
import io.vmsh.advice.Problem;
import io.vmsh.batch.Ending;
import io.vmsh.batch.Ending.Failure;
import io.vmsh.batch.Ending.NotRun;
import io.vmsh.batch.StepRun;
import io.vmsh.command.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells how a script ended. */
final class ScriptEnding {
    private ScriptEnding() {}

    /** The failure of a script that did not do all it was to do: the place of each failed step, and what was not run. */
    static CommandFailure failure(Ending ending) {
        return failures(ending)
                .exiting(
                        switch (ending.how()) {
                            case FINISHED -> ending.partly() ? ExitCode.SOME_HOSTS_FAILED : ExitCode.FAILED;
                            case STOPPED -> ExitCode.SCRIPT_STOPPED;
                            case INTERRUPTED -> ExitCode.INTERRUPTED;
                        });
    }

    private static CommandFailure failures(Ending ending) {
        boolean stopped = ending.how() != Ending.How.FINISHED;
        String rest = rest(ending);
        if (ending.failures().size() == 1 && stopped) {
            Failure only = ending.failures().getFirst();
            return CommandFailure.of(only.problem()).followed(where(only.run(), "stopped at") + rest);
        }
        List<String> lines = new ArrayList<>();
        for (Failure failure : ending.failures()) {
            lines.add("%s: %s".formatted(where(failure.run(), "failed:"), reason(failure.problem())));
        }
        if (ending.how() == Ending.How.INTERRUPTED) {
            lines.add("interrupted" + rest);
        } else if (stopped) {
            lines.add("stopped" + rest);
        }
        return CommandFailure.of(lines);
    }

    private static String where(StepRun run, String what) {
        String host = run.several() ? " on " + run.host() : "";
        return "%s: %s '%s'%s".formatted(run.step().place().fileAndLine(), what, run.text(), host);
    }

    private static String reason(Problem problem) {
        return String.join(": ", problem.lines());
    }

    private static String rest(Ending ending) {
        if (ending.notRun().isEmpty()) {
            return ", the last statement";
        }
        return ending.notRun().stream()
                .map(ScriptEnding::line)
                .collect(Collectors.joining("\n  ", "; not run:\n  ", ""));
    }

    private static String line(NotRun notRun) {
        String hosts = notRun.hosts().isEmpty() ? "" : " (on %s)".formatted(String.join(", ", notRun.hosts()));
        return "%d: %s%s".formatted(notRun.step().place().line(), notRun.step().text(), hosts);
    }
}
