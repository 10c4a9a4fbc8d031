package io.vmsh.command.guide;

import io.vmsh.command.Call;
import io.vmsh.command.LockFolders;
import io.vmsh.guide.Locking;
import io.vmsh.guide.Sites;
import io.vmsh.guide.Step;
import io.vmsh.session.Session;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.UsageException;
import java.util.List;

/** Disks are locked by virtlockd on all hosts alike. */
final class LockingTopic implements Topic {
    @Override
    public String name() {
        return Locking.TOPIC;
    }

    @Override
    public String summary() {
        return "a disk in use on one host cannot be used on another (virtlockd)";
    }

    @Override
    public List<Parameter> parameters() {
        return LockFolders.parameters();
    }

    @Override
    public List<Step> steps(Call call, Sites sites, List<Session> sessions) {
        if (sessions.isEmpty()) {
            throw new UsageException("guide locking needs --on: the hosts that share storage", 0, 0);
        }
        return new Locking(sites, sessions, LockFolders.of(call)).steps();
    }
}
