package io.vmsh.command.lock;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.GuideRun;
import io.vmsh.command.LockFolders;
import io.vmsh.command.Result;
import io.vmsh.guide.Locking;
import io.vmsh.session.Selector;
import io.vmsh.session.Session;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Has virtlockd lock disks on several hosts: the guide {@code locking} by another name. */
final class LockEnableCommand implements Command {
    private static final Opt<String> MANAGER = Opt.of("manager", Value.oneOf("lockd"), "the lock manager: lockd")
            .named()
            .mandatory();
    static final Opt<String> ON = Opt.of("on", Value.SELECTOR, "the sessions whose hosts share storage")
            .named()
            .mandatory();

    @Override
    public Spec spec() {
        List<Parameter> parameters = new ArrayList<>(List.of(MANAGER));
        parameters.addAll(LockFolders.parameters());
        parameters.add(ON);
        parameters.addAll(GuideRun.parameters());
        return Spec.of("lock-enable", Group.LOCK, "have virtlockd lock the disks of guests on several hosts")
                .takes(parameters.toArray(Parameter[]::new))
                .local()
                .effect(Effect.DISRUPTS)
                .describedAs(
                        "The same as 'guide locking': looks first, edits qemu.conf and qemu-lockd.conf, starts virtlockd"
                                + " and restarts libvirtd, and looks again. At a prompt each step is shown and asked about. Guests run"
                                + " on while libvirtd restarts, but a guest that runs already gets its lock only when it is shut off"
                                + " and started again. The folder of the leases must be one folder on all hosts; that is proved by"
                                + " writing to it on one and looking on the others. Files are kept as FILE.vmsh-DATE-TIME before they"
                                + " are edited; lock-disable takes the edits back.")
                .example(
                        "lock-enable --manager lockd --file-lockspace /srv/shared/leases --on kvm1,kvm2",
                        "step by step, each shown and asked about")
                .example(
                        "lock-enable --manager lockd --file-lockspace /srv/shared/leases --on @prod --dry-run",
                        "every change, edits as a diff; none is made");
    }

    @Override
    public Result run(Call call) {
        String manager = call.find(MANAGER).orElseThrow();
        if (manager.equals("sanlock")) {
            throw CommandFailure.of(
                    "vmsh sets up lockd only: sanlock needs a watchdog and a host number for each host, and is made for managers"
                            + " such as oVirt, which keep both in order");
        }
        if (!manager.equals("lockd")) {
            throw CommandFailure.of("unknown lock manager '%s'; there is: lockd", manager);
        }
        List<Session> sessions =
                Selector.parse(call.find(ON).orElseThrow()).in(call.workspace().sessions());
        Set<String> names = sessions.stream().map(Session::name).collect(Collectors.toSet());
        var folders = LockFolders.of(call);
        return new GuideRun(call, Locking.TOPIC)
                .run(
                        () -> new Locking(GuideRun.sites(call), sessions, folders).steps(),
                        place -> place.isEmpty() || names.contains(place));
    }
}
