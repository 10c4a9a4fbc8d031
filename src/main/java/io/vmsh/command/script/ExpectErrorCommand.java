package io.vmsh.command.script;

import io.vmsh.advice.Pages;
import io.vmsh.advice.Problem;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.HeldStatements;
import io.vmsh.command.Interpreter;
import io.vmsh.command.Outcome;
import io.vmsh.command.Result;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Group;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Rest;
import io.vmsh.spec.Spec;
import io.vmsh.spec.UsageException;
import io.vmsh.spec.Value;
import java.util.List;
import java.util.Locale;

/** Runs a statement that is to fail, and for a known reason. */
final class ExpectErrorCommand implements Command {
    private static final Arg<String> CODE = Arg.of(
            "code",
            Value.oneOf(Pages.codes().toArray(String[]::new)),
            "a code of 'explain', or the name of a libvirt error; a colon may stand behind it");
    private static final Rest<String> STATEMENT =
            Rest.of("statement", Value.TEXT, "the statement").mandatory().asTyped();

    private static final HeldStatements HELD = new HeldStatements(STATEMENT);

    @Override
    public Spec spec() {
        return Spec.of("expect-error", Group.SCRIPT, "run a statement that must fail for this reason")
                .takes(CODE, STATEMENT)
                .local()
                .describedAs(
                        "For scripts: succeeds when the statement fails with the code, and shows the problem; fails when"
                                + " the statement succeeds, or fails for another reason.")
                .example("expect-error unsafe-cache: migrate --live web1 kvm2", "the refusal, and the script goes on")
                .example("expect-error no-domain dominfo nobody", "libvirt's own names of errors are known too");
    }

    @Override
    public Effect effect(Invocation statement, Interpreter interpreter) {
        return HELD.effect(statement, interpreter);
    }

    @Override
    public void check(Invocation statement, Interpreter interpreter) {
        HELD.check(statement, interpreter, held -> {
            if (held.size() != 1) {
                throw new UsageException("expect-error takes one statement", 0, 0);
            }
        });
    }

    @Override
    public Result run(Call call) {
        Interpreter interpreter = new Interpreter(call.workspace());
        List<Invocation> statements = HELD.of(call.statement(), interpreter);
        String code = call.get(CODE).replaceFirst(":$", "");
        return switch (interpreter.run(statements.getFirst(), call::show)) {
            case Outcome.Success success -> {
                call.show(success.result());
                throw CommandFailure.of("this was to fail with %s, but it succeeded", code);
            }
            case Outcome.Failure failure -> {
                if (failure.shown() != null) {
                    call.show(failure.shown());
                }
                if (!matches(code, failure.problem())) {
                    throw CommandFailure.of(failure.problem()).followed("this was to fail with " + code);
                }
                call.dialog().tell(failure.problem());
                yield Result.NOTHING;
            }
        };
    }

    private static boolean matches(String code, Problem problem) {
        return (problem.advice() != null && problem.advice().code().equals(code))
                || (problem.cause() != null
                        && problem.cause()
                                .code()
                                .name()
                                .equals(code.replace('-', '_').toUpperCase(Locale.ROOT)));
    }
}
