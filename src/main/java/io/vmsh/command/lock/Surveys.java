package io.vmsh.command.lock;

import io.vmsh.command.Call;
import io.vmsh.locks.HostLocks;
import io.vmsh.locks.LockSurvey;
import io.vmsh.session.Selector;
import io.vmsh.session.Session;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Value;
import java.util.List;

/** What the commands that look at locks have in common. */
final class Surveys {
    static final Opt<String> ON = Opt.of("on", Value.SELECTOR, "the sessions whose hosts are looked at; all without it")
            .named();
    static final Flag SUDO = Flag.of("sudo", "look by 'sudo -n' on hosts where the user is not root");

    private Surveys() {}

    static List<Session> sessions(Call call) {
        return Selector.parse(call.find(ON).orElse("all")).in(call.workspace().sessions());
    }

    static LockSurvey of(Call call, List<Session> sessions) {
        boolean sudo = call.has(SUDO);
        return LockSurvey.of(sessions, session -> HostLocks.host(session, sudo));
    }
}
