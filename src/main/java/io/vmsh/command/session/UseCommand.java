package io.vmsh.command.session;

import static io.vmsh.spec.Value.SESSION;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Group;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Nearest;
import io.vmsh.spec.Spec;

/** Makes a session the current one. */
final class UseCommand implements Command {
    private static final Arg<String> NAME = Arg.of("session", SESSION, "name of the session");

    @Override
    public Spec spec() {
        return Spec.of("use", Group.SESSION, "make a session the current one")
                .takes(NAME)
                .local()
                .describedAs("Statements go to the current session unless they say otherwise, as in kvm2/web1.")
                .example("use kvm2", "the next statements go to kvm2");
    }

    @Override
    public void foresee(Invocation statement, Sessions sessions) {
        use(statement.get(NAME), sessions);
    }

    @Override
    public Result run(Call call) {
        use(call.get(NAME), call.workspace().sessions());
        return Result.NOTHING;
    }

    private static void use(String name, Sessions sessions) {
        sessions.use(sessions.find(name)
                .orElseThrow(() -> CommandFailure.of("no session named '%s'%s"
                        .formatted(
                                name,
                                Nearest.question(
                                        name,
                                        sessions.all().stream()
                                                .map(Session::name)
                                                .toList())))));
    }
}
