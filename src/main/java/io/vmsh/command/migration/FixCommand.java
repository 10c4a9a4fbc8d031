package io.vmsh.command.migration;

import io.vmsh.advice.Advice;
import io.vmsh.advice.Advice.Remedy;
import io.vmsh.advice.Problem;
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

/** Lists the ways out of the last problem, or takes one. */
final class FixCommand implements Command {
    private static final Opt<Integer> NUMBER =
            Opt.of("number", Value.UNSIGNED_INT, "the way out to take; without it they are listed");
    private static final Flag YES = Flag.of("yes", "do not ask");

    @Override
    public Spec spec() {
        return Spec.of("fix", Group.MIGRATION, "list the ways out of the last problem, or take one")
                .takes(NUMBER, YES)
                .local()
                .effect(Effect.DISRUPTS)
                .describedAs("Each statement is shown and run in turn; the first that fails ends it.")
                .example("fix", "the ways out, safest first")
                .example("fix 1", "asks, then runs the statements of the first");
    }

    @Override
    public Result run(Call call) {
        Advice advice = call.workspace()
                .lastProblem()
                .map(Problem::advice)
                .orElseThrow(() -> CommandFailure.of(
                        "there is no explained problem to fix; each is remembered until its shell or script ends"));
        if (!call.has(NUMBER)) {
            return list(advice);
        }
        int number = call.find(NUMBER).orElseThrow();
        if (number < 1 || number > advice.remedies().size()) {
            throw CommandFailure.of(
                    "there is no number %s; there are %d: 'fix' lists them",
                    Integer.toUnsignedString(number), advice.remedies().size());
        }
        Remedy remedy = advice.remedies().get(number - 1);
        if (remedy.statements().isEmpty()) {
            throw CommandFailure.of("this one is for you to do: %s", remedy.what());
        }
        if (!call.has(YES)) {
            ask(call, remedy);
        }
        return take(call, remedy);
    }

    private static void ask(Call call, Remedy remedy) {
        if (!call.dialog().decides()) {
            throw CommandFailure.of("nobody is there to ask; 'fix … --yes' does without");
        }
        call.dialog().say(remedy.what() + ":");
        remedy.statements().forEach(statement -> call.dialog().say("  " + statement));
        if (!remedy.price().isEmpty()) {
            call.dialog().say(remedy.price());
        }
        if (!call.dialog().confirm("Run this?")) {
            throw CommandFailure.of("nothing was done");
        }
    }

    private static Result take(Call call, Remedy remedy) {
        StatementsRun.of(call, remedy.statements());
        return Result.NOTHING;
    }

    private static Result list(Advice advice) {
        return new Result.Document(
                advice.headline() + "\n" + AdviceText.remedies(advice.remedies(), 1), AdviceText.data(advice));
    }
}
