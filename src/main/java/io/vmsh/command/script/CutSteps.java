package io.vmsh.command.script;

import io.vmsh.batch.Aftermath;
import io.vmsh.batch.JournalException;
import io.vmsh.batch.JournalLedger.Doubt;
import io.vmsh.batch.JournalLedger.Verdict;
import io.vmsh.batch.StepRun;
import io.vmsh.command.Call;
import io.vmsh.command.Dialog;
import io.vmsh.command.Interpreter;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.session.CannotConnectException;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.UsageException;
import java.util.List;

/** Decides about steps that were cut in the middle: by a look at the host, else by what a person says. */
record CutSteps(Call call, ScriptStage stage) implements Doubt {
    @Override
    public Verdict about(StepRun run) {
        return switch (look(run)) {
            case Aftermath.Finding.Done(String seen) -> {
                stage.say(
                        "step %s '%s' was cut in the middle: %s, so it is done".formatted(run.key(), run.text(), seen));
                yield new Verdict(false, "found done: " + seen);
            }
            case Aftermath.Finding.NotDone(String seen) -> {
                stage.say("step %s '%s' was cut in the middle: %s, so it is done again"
                        .formatted(run.key(), run.text(), seen));
                yield new Verdict(true, seen);
            }
            case Aftermath.Finding.Unclear(String seen) -> decided(run, seen);
        };
    }

    private Aftermath.Finding look(StepRun run) {
        if (run.step().effect() == Effect.READS) {
            return new Aftermath.Finding.NotDone("it changes nothing");
        }
        try {
            Sessions sessions = call.workspace().sessions();
            List<Invocation> statements = new Interpreter(call.workspace()).parse(run.text());
            String host = run.host();
            Session session = host == null ? null : sessions.find(host).orElse(null);
            return Aftermath.of(statements.getFirst(), session, sessions);
        } catch (UsageException unreadable) {
            return new Aftermath.Finding.Unclear("whether it was done cannot be seen afterwards");
        } catch (CannotConnectException refused) {
            throw blind(run, refused.reason().message());
        } catch (HypervisorException failure) {
            throw blind(run, failure.message());
        }
    }

    private static JournalException blind(StepRun run, String reason) {
        return new JournalException(
                "step %s '%s' was cut in the middle, and its host cannot be asked whether it was done: %s"
                        .formatted(run.key(), run.text(), reason));
    }

    private Verdict decided(StepRun run, String seen) {
        String cut = "step %s '%s' was cut in the middle: %s".formatted(run.key(), run.text(), seen);
        if (call.has(RunCommand.REDO)) {
            stage.say(cut + "; --redo does it again");
            return new Verdict(true, seen);
        }
        if (call.has(RunCommand.SKIP)) {
            stage.say(cut + "; --skip takes it for done");
            return new Verdict(false, "taken for done: " + seen);
        }
        Dialog dialog = call.dialog();
        String answer =
                dialog.interactive() ? dialog.ask(cut + ". Do it (a)gain, (s)kip it, or stop? [a/s/N] ", true) : null;
        return switch (answer == null ? "" : answer.strip()) {
            case "a" -> new Verdict(true, seen);
            case "s" -> new Verdict(false, "taken for done: " + seen);
            default ->
                throw new JournalException(
                        cut
                                + "; look, and then 'run --resume --redo' does it again or 'run --resume --skip' goes on behind it");
        };
    }
}
