package io.vmsh.command.evacuate;

import static io.vmsh.command.evacuate.EvacuateOptions.DRY_RUN;
import static io.vmsh.command.evacuate.EvacuateOptions.RESUME;
import static io.vmsh.command.evacuate.EvacuateOptions.RETURN;
import static io.vmsh.command.evacuate.EvacuateOptions.SESSION;

import io.vmsh.batch.JournalException;
import io.vmsh.batch.Journals;
import io.vmsh.batch.PastRun;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.session.Selector;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import io.vmsh.spec.StatementText;
import java.util.Optional;

/** Moves all guests of a host to others, or back. */
final class EvacuateCommand implements Command {
    @Override
    public Spec spec() {
        return Spec.of("evacuate", Group.MIGRATION, "move all guests of a host to others, or back")
                .takes(EvacuateOptions.all())
                .local()
                .effect(Effect.CHANGES)
                .describedAs(
                        "Looks at each guest and each target, shows who goes where and who cannot, asks, and moves them"
                                + " live, some at once. A guest that cannot go to one target is tried on another. Ctrl-C starts"
                                + " no more and lets those on the way arrive; a second one stops them, too. Every move is in a"
                                + " journal: --resume goes on after an interruption, whatever ended it, and --return brings the"
                                + " guests back. Exit code 5 when a guest stayed. See src/docs/evacuate.md.")
                .example("evacuate kvm1 --dry-run", "who would go where, and who cannot leave")
                .example("evacuate kvm1 --to @prod --jobs 4", "to the hosts tagged prod, four at once")
                .example("evacuate kvm1 --include 'web*,db1' --offline-too", "some of them, also those that are off")
                .example("evacuate kvm1 --resume", "goes on with one that was interrupted")
                .example("evacuate kvm1 --return", "brings back those that left");
    }

    @Override
    public Result run(Call call) {
        EvacuateOptions options = EvacuateOptions.of(call);
        Session host = session(call, call.get(SESSION));
        try {
            if (call.has(RETURN)) {
                return new Return(call, host, options).run();
            }
            Optional<PastRun> unfinished = Chronicle.unfinished(journals(call), Chronicle.LEAVING, host.name());
            if (call.has(RESUME)) {
                return new Resumption(call, host, options)
                        .run(unfinished.orElseThrow(
                                () -> CommandFailure.of("there is no unfinished evacuation of %s", host.name())));
            }
            if (!call.has(DRY_RUN) && unfinished.isPresent()) {
                refuse(unfinished.get(), host);
            }
            return new Evacuation(call, options).run(host);
        } catch (JournalException failure) {
            throw CommandFailure.of(String.valueOf(failure.getMessage()));
        }
    }

    /** One that was cut off may have left a guest on its way: nobody plans anew before that is known. */
    static void refuse(PastRun unfinished, Session host) {
        if (unfinished.running()) {
            throw Chronicle.underWay(host.name(), unfinished);
        }
        if (unfinished.state() == PastRun.State.CUT) {
            throw CommandFailure.of(
                    "an evacuation of %s was cut off (journal %s); to see where its guests are and go on:"
                            + " evacuate %s --resume",
                    host.name(), unfinished.id(), StatementText.quote(host.name()));
        }
    }

    static Journals journals(Call call) {
        return Journals.of(call.workspace().environment());
    }

    private static Session session(Call call, String name) {
        Sessions sessions = call.workspace().sessions();
        return sessions.find(name).orElseThrow(() -> {
            // For one that is not there, this tells which name may have been meant.
            Selector.parse(name).in(sessions);
            return CommandFailure.of("'%s' is no single session: one host is emptied at a time", name);
        });
    }
}
