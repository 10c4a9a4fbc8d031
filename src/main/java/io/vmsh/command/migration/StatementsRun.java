package io.vmsh.command.migration;

import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Interpreter;
import io.vmsh.command.Outcome;
import io.vmsh.spec.Invocation;
import java.util.ArrayList;
import java.util.List;

/** Runs the statements of a way out: each is shown, then run; the first that fails ends it. */
final class StatementsRun {
    private StatementsRun() {}

    /**
     * Runs them in turn.
     *
     * @throws CommandFailure for the first that fails, with those that were not run
     */
    static void of(Call call, List<String> statements) {
        Interpreter interpreter = new Interpreter(call.workspace());
        List<String> rest = new ArrayList<>(statements);
        while (!rest.isEmpty()) {
            String text = rest.removeFirst();
            call.dialog().say("> " + text);
            for (Invocation statement : interpreter.parse(text)) {
                switch (interpreter.run(statement, call::show)) {
                    case Outcome.Success success -> call.show(success.result());
                    case Outcome.Failure failure -> throw stopped(failure, rest);
                }
            }
        }
    }

    private static CommandFailure stopped(Outcome.Failure failure, List<String> rest) {
        CommandFailure stopped = CommandFailure.of(failure.problem());
        if (!rest.isEmpty()) {
            stopped = stopped.followed("stopped; not run: " + String.join("; ", rest));
        }
        return failure.shown() == null ? stopped : stopped.after(failure.shown());
    }
}
