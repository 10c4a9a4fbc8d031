package io.vmsh.command.migration;

import io.vmsh.advice.ExitCode;
import io.vmsh.batch.Runner;
import io.vmsh.batch.Script;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Interpreter;
import io.vmsh.command.Outcome;
import io.vmsh.command.Result;
import io.vmsh.session.Session;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs the statements of a file. */
final class RunCommand implements Command {
    private static final Arg<Path> FILE = Arg.of("file", Value.FILE, "the script, usually *.vmsh");

    @Override
    public Spec spec() {
        return Spec.of("run", Group.MIGRATION, "run the statements of a file")
                .takes(FILE)
                .local()
                .effect(Effect.DISRUPTS)
                .describedAs(
                        "All of the file is read and checked first: when there is a mistake in it, each is told with its"
                                + " place, and nothing runs. Statements and comments are shown as they are run. The first"
                                + " statement that fails ends the script, with exit code 6.")
                .example("run move-all.vmsh", "");
    }

    @Override
    public Result run(Call call) {
        Path file = call.get(FILE);
        Interpreter interpreter = new Interpreter(call.workspace());
        Script script = Script.read(call.read(file), interpreter::parse);
        if (!script.mistakes().isEmpty()) {
            throw CommandFailure.of(script.mistakes().stream()
                    .map(mistake -> mistake.describe(file.toString()))
                    .toList());
        }
        Steps steps = new Steps(call, interpreter);
        Runner.Ending ending = call.workspace().readingAlong(() -> Runner.run(script, steps));
        return switch (ending) {
            case Runner.Ending.Finished finished -> Result.NOTHING;
            case Runner.Ending.Stopped stopped -> throw steps.failure(file, stopped);
        };
    }

    /** Shows what is run and what comes of it. */
    private static final class Steps implements Runner.Steps {
        private final Call call;
        private final Interpreter interpreter;
        private Outcome.@Nullable Failure failure;

        Steps(Call call, Interpreter interpreter) {
            this.call = call;
            this.interpreter = interpreter;
        }

        @Override
        public Runner.Step run(Script.Statement statement) {
            statement.comments().forEach(call.dialog()::say);
            String session =
                    call.workspace().sessions().current().map(Session::name).orElse("vmsh");
            call.dialog().say("%s # %s".formatted(session, statement.text()));
            return switch (interpreter.run(statement.invocation(), call::show)) {
                case Outcome.Success(Result.Leave leave) -> Runner.Step.LEAVE;
                case Outcome.Success success -> {
                    call.show(success.result());
                    call.dialog().say("");
                    yield Runner.Step.DONE;
                }
                case Outcome.Failure failed -> {
                    failure = failed;
                    yield Runner.Step.FAILED;
                }
            };
        }

        CommandFailure failure(Path file, Runner.Ending.Stopped stopped) {
            if (failure == null) {
                return CommandFailure.of("%s:%d: interrupted"
                                .formatted(file, stopped.at().line()))
                        .exiting(ExitCode.SCRIPT_STOPPED);
            }
            String rest = stopped.notRun().stream()
                    .map(statement -> "\n  %d: %s".formatted(statement.line(), statement.text()))
                    .collect(Collectors.joining());
            CommandFailure stop = CommandFailure.of(failure.problem())
                    .followed("%s:%d: stopped at '%s'%s"
                            .formatted(
                                    file,
                                    stopped.at().line(),
                                    stopped.at().text(),
                                    rest.isEmpty() ? ", the last statement" : "; not run:" + rest))
                    .exiting(ExitCode.SCRIPT_STOPPED);
            return failure.shown() == null ? stop : stop.after(failure.shown());
        }
    }
}
