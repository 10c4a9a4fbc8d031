package io.vmsh.command.script;

import io.vmsh.batch.Ledger;
import io.vmsh.batch.Mistake;
import io.vmsh.batch.Plan;
import io.vmsh.batch.Runner;
import io.vmsh.batch.Scripts;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Interpreter;
import io.vmsh.command.LocalFile;
import io.vmsh.command.Result;
import io.vmsh.command.Workspace;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Rest;
import io.vmsh.spec.Spec;
import io.vmsh.spec.UsageException;
import io.vmsh.spec.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the statements of a file. */
final class RunCommand implements Command {
    private static final Arg<Path> FILE = Arg.of("file", Value.FILE, "the script, usually *.vmsh");
    private static final Flag DRY_RUN = Flag.of("dry-run", "show what would be done, and do nothing");
    private static final Flag KEEP_GOING = Flag.of("keep-going", "go on behind a statement that fails");
    private static final Opt<Integer> JOBS = Opt.of(
                    "jobs", Value.INT, "most hosts of an 'on' block at a time; else all")
            .named();
    private static final Opt<Duration> TIMEOUT = Opt.of(
                    "timeout", Value.DURATION, "longest time for each statement, such as 30s or 5m")
            .named();
    private static final Flag YES = Flag.of("yes", "agree to all that the statements ask for consent");
    private static final Rest<String> SET =
            Rest.of("set", Value.TEXT.labelled("name=value"), "value of a variable, before the script's own");

    /** Nobody reads more at once; a file with so many is no script. */
    private static final int MOST_MISTAKES = 100;

    @Override
    public Spec spec() {
        return Spec.of("run", Group.SCRIPT, "run the statements of a file")
                .takes(FILE, DRY_RUN, KEEP_GOING, JOBS, TIMEOUT, YES, SET)
                .local()
                .effect(Effect.DISRUPTS)
                .describedAs("""
                        All of the file and what it includes is read and checked first: when there is a mistake in it, \
                        each is told with its place, and nothing runs. Statements and comments are shown as they are \
                        run. The first statement that fails ends the script, with exit code 6; with --keep-going the \
                        code is 5 when all that failed was done on some of several hosts, else 1. What Ctrl-C ends has \
                        exit code 130.""")
                .example("run move-all.vmsh --dry-run", "the steps, where they are done and what they change")
                .example("run move-all.vmsh --set from=kvm1 --set to=kvm2", "the script with these two values");
    }

    @Override
    public Result run(Call call) {
        Scripts.Settings settings = settings(call);
        Plan plan = plan(call, settings);
        if (!plan.mistakes().isEmpty()) {
            throw refusal(plan.mistakes());
        }
        if (call.has(DRY_RUN)) {
            return PlanView.of(plan);
        }
        Runner.Manner manner = manner(call);
        Workspace workspace = call.workspace();
        ScriptStage stage = new ScriptStage(call, new Interpreter(workspace));
        ScriptDialog dialog = new ScriptDialog(
                workspace.dialog(), call.has(YES), workspace.interactive() ? null : stopping(workspace));
        dialog.onInterrupt(null);
        try {
            return ScriptEnding.result(workspace.through(
                    dialog,
                    () -> workspace.readingAlong(() -> Runner.run(plan, settings, stage, Ledger.NONE, manner))));
        } finally {
            workspace.dialog().onInterrupt(null);
        }
    }

    /** Ctrl-C asks the script to stop; the second one does what it always does. */
    private static Runnable stopping(Workspace workspace) {
        Thread script = Thread.currentThread();
        return () -> {
            workspace.dialog().say("\ninterrupted: stopping behind the statements under way; ^C again ends them, too");
            script.interrupt();
            workspace.dialog().onInterrupt(null);
        };
    }

    private static Plan plan(Call call, Scripts.Settings settings) {
        Path file = call.get(FILE);
        try {
            return Scripts.read(call.workspace().directory().resolve(file), file.toString(), settings);
        } catch (IOException unreadable) {
            throw CommandFailure.of("Failed to open file '%s': %s", file, LocalFile.reason(unreadable));
        }
    }

    private static CommandFailure refusal(List<Mistake> mistakes) {
        List<String> lines = new ArrayList<>(
                mistakes.stream().limit(MOST_MISTAKES).map(Mistake::describe).toList());
        if (mistakes.size() > MOST_MISTAKES) {
            lines.add("and %d more".formatted(mistakes.size() - MOST_MISTAKES));
        }
        return CommandFailure.of(lines);
    }

    private static Scripts.Settings settings(Call call) {
        Workspace workspace = call.workspace();
        Map<String, String> given = new LinkedHashMap<>();
        for (String setting : call.all(SET)) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new UsageException("'%s' sets nothing: write NAME=VALUE".formatted(setting), 0, 0);
            }
            given.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new Scripts.Settings(
                new CommandGrammar(new Interpreter(workspace), workspace),
                workspace.sessions(),
                workspace.environment(),
                given,
                workspace.dialog().interactive());
    }

    private static Runner.Manner manner(Call call) {
        int jobs = call.find(JOBS).orElse(Integer.MAX_VALUE);
        if (jobs < 1) {
            throw new UsageException("--jobs takes a number of hosts, 1 or more", 0, 0);
        }
        return new Runner.Manner(call.has(KEEP_GOING), jobs, call.find(TIMEOUT).orElse(null));
    }
}
