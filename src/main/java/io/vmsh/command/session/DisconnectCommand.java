package io.vmsh.command.session;

import static io.vmsh.spec.Value.SELECTOR;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.session.Selector;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Group;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import java.util.ArrayList;
import java.util.List;

/** Closes sessions. */
final class DisconnectCommand implements Command {
    private static final Opt<String> WHICH = Opt.of("session", SELECTOR, "which sessions; without it, the current one");

    @Override
    public Spec spec() {
        return Spec.of("disconnect", Group.SESSION, "close sessions")
                .takes(WHICH)
                .local()
                .describedAs("""
                        A session of the configuration stays in the list and is opened anew when it is used; others \
                        are forgotten.""")
                .example("disconnect kvm2", "Session 'kvm2' closed");
    }

    @Override
    public void foresee(Invocation statement, Sessions sessions) {
        List<Session> chosen = statement
                .find(WHICH)
                .map(word -> Selector.parse(word).in(sessions))
                .orElseGet(() -> sessions.current().stream().toList());
        chosen.forEach(sessions::remove);
    }

    @Override
    public Result run(Call call) {
        Sessions sessions = call.workspace().sessions();
        List<Session> chosen = call.find(WHICH)
                .map(word -> Selector.parse(word).in(sessions))
                .orElseGet(() -> List.of(call.session()));
        List<Result> closed = new ArrayList<>();
        for (Session session : chosen) {
            sessions.remove(session);
            closed.add(Result.done("Session '%s' closed", session.name()));
        }
        return new Result.Sequence(closed);
    }
}
