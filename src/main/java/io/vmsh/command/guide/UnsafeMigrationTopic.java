package io.vmsh.command.guide;

import io.vmsh.command.Call;
import io.vmsh.guide.Sites;
import io.vmsh.guide.Step;
import io.vmsh.guide.UnsafeMigration;
import io.vmsh.session.Selector;
import io.vmsh.session.Session;
import io.vmsh.spec.Address;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.UsageException;
import java.util.List;

/** A guest that libvirt refuses to move. */
final class UnsafeMigrationTopic implements Topic {
    @Override
    public String name() {
        return "unsafe-migration";
    }

    @Override
    public String summary() {
        return "a guest moved that libvirt calls unsafe to move: DOMAIN DESTINATION";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(GuideCommand.DOMAIN, GuideCommand.DESTINATION);
    }

    @Override
    public boolean needsSessions() {
        return false;
    }

    @Override
    public List<Step> steps(Call call, Sites sites, List<Session> sessions) {
        Address guest = call.find(GuideCommand.DOMAIN).orElseThrow(this::incomplete);
        List<Session> targets = Selector.parse(
                        call.find(GuideCommand.DESTINATION).orElseThrow(this::incomplete))
                .in(call.workspace().sessions());
        if (targets.size() != 1) {
            throw new UsageException("a guest moves to one session", 0, 0);
        }
        // The session that the address names, else the current one: this command itself needs none.
        Session source = call.session();
        if (source.equals(targets.getFirst())) {
            throw new UsageException("the guest is on session '%s' already".formatted(source.name()), 0, 0);
        }
        return new UnsafeMigration(source, call.name(guest), targets.getFirst()).steps();
    }

    private UsageException incomplete() {
        return new UsageException("guide unsafe-migration needs DOMAIN DESTINATION", 0, 0);
    }
}
