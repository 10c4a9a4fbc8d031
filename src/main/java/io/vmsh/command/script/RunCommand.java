package io.vmsh.command.script;

import static io.vmsh.command.script.ScriptRequest.FILE;
import static io.vmsh.command.script.ScriptRequest.JOBS;
import static io.vmsh.command.script.ScriptRequest.KEEP_GOING;
import static io.vmsh.command.script.ScriptRequest.MAP;
import static io.vmsh.command.script.ScriptRequest.SET;
import static io.vmsh.command.script.ScriptRequest.TIMEOUT;
import static io.vmsh.command.script.ScriptRequest.YES;

import io.vmsh.batch.Mistake;
import io.vmsh.batch.Plan;
import io.vmsh.batch.Scripts;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the statements of a file. */
final class RunCommand implements Command {
    private static final Flag DRY_RUN = Flag.of("dry-run", "show what would be done, and do nothing");
    static final Flag RESUME =
            Flag.of("resume", "go on with a run that was stopped or cut: the one of this journal, else the newest");
    static final Flag REDO = Flag.of("redo", "with --resume: do again what was cut and cannot be judged");
    static final Flag SKIP = Flag.of("skip", "with --resume: take what was cut and cannot be judged for done");
    static final Opt<Path> REPORT = Opt.of("report", Value.FILE, "write a report as JUnit XML to this file")
            .named();

    /** Nobody reads more at once; a file with so many is no script. */
    static final int MOST_MISTAKES = 100;

    @Override
    public Spec spec() {
        return Spec.of("run", Group.SCRIPT, "run the statements of a file")
                .takes(FILE, DRY_RUN, KEEP_GOING, JOBS, TIMEOUT, YES, MAP, REPORT, RESUME, REDO, SKIP, SET)
                .local()
                .effect(Effect.DISRUPTS)
                .describedAs("""
                        All of the file and what it includes is read and checked first: when there is a mistake in it, \
                        each is told with its place, and nothing runs. Statements and comments are shown as they are \
                        run. The first statement that fails ends the script, with exit code 6; with --keep-going the \
                        code is 5 when all that failed was done on some of several hosts, else 1. What Ctrl-C ends has \
                        exit code 130. A journal is kept of each step; run --resume goes on after the last one that is \
                        done, whatever ended the run.""")
                .example("run move-all.vmsh --dry-run", "the steps, where they are done and what they change")
                .example("run move-all.vmsh --set from=kvm1 --set to=kvm2", "the script with these two values")
                .example("run nightly.vmsh --map kvm1=kvm3 --report nightly.xml", "on another host, with a report")
                .example("run --resume", "what is left of the newest run that did not come to its end");
    }

    @Override
    public Result run(Call call) {
        call.exclusive(REDO, SKIP);
        call.exclusive(RESUME, DRY_RUN);
        call.requires(REDO, RESUME);
        call.requires(SKIP, RESUME);
        if (call.has(RESUME)) {
            return ScriptResumption.of(call).run();
        }
        ScriptRequest request = new ScriptRequest(call.statement());
        Scripts.Settings settings = request.settings(call.workspace(), step -> false);
        Plan plan = checked(request.plan(call.workspace(), settings));
        if (call.has(DRY_RUN)) {
            return PlanView.of(plan);
        }
        return new ScriptRun(call, request, settings, plan).begin();
    }

    /** The plan, unless there are mistakes in it. */
    static Plan checked(Plan plan) {
        if (!plan.mistakes().isEmpty()) {
            throw refusal(plan.mistakes());
        }
        return plan;
    }

    private static CommandFailure refusal(List<Mistake> mistakes) {
        List<String> lines = new ArrayList<>(
                mistakes.stream().limit(MOST_MISTAKES).map(Mistake::describe).toList());
        if (mistakes.size() > MOST_MISTAKES) {
            lines.add("and %d more".formatted(mistakes.size() - MOST_MISTAKES));
        }
        return CommandFailure.of(lines);
    }
}
