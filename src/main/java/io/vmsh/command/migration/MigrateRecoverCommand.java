package io.vmsh.command.migration;

import io.vmsh.advice.Advice;
import io.vmsh.advice.Advice.Remedy;
import io.vmsh.advice.ExitCode;
import io.vmsh.advice.Problem;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.recovery.Copy;
import io.vmsh.recovery.Judge;
import io.vmsh.recovery.Recovery;
import io.vmsh.recovery.Recovery.Situation;
import io.vmsh.recovery.Sight;
import io.vmsh.recovery.SightLook;
import io.vmsh.session.Selector;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks where a guest is after a migration that broke, and leads to where it is on one host only. */
final class MigrateRecoverCommand implements Command {
    /** The page of {@code explain}. */
    static final String CODE = "recovery";

    private static final int MOST_ROUNDS = 4;

    private static final Arg<Address> DOMAIN = Arg.of("domain", Value.DOMAIN, "name or UUID of the guest");
    private static final Opt<String> ON = Opt.of(
                    "on", Value.SELECTOR, "sessions to look at; else those that are, or were, open")
            .named();
    private static final Flag DRY_RUN = Flag.of("dry-run", "look, and show the steps; do none of them");
    private static final Flag YES = Flag.of("yes", "do the steps without asking");

    @Override
    public Spec spec() {
        return Spec.of("migrate-recover", Group.MIGRATION, "find a guest after a broken migration, and tidy up")
                .takes(DOMAIN, ON, DRY_RUN, YES)
                .local()
                .effect(Effect.DISRUPTS)
                .describedAs("""
                        Looks at all sides at once: state, jobs, definitions, and by a shell on each host its QEMU \
                        processes and locks, which do not need libvirt. Says where the guest runs and what is left \
                        over, and offers the steps to where it is on one host only, asking before each. Nothing is \
                        started or resumed while another copy may run: a host that does not answer may run it. What \
                        only a person can decide is listed after the steps, for 'fix N'. Exit code 1 when something is \
                        left to do, 5 when a host that matters does not answer, 3 when none does.""")
                .example("migrate-recover web1", "where web1 is, and step by step to one copy of it")
                .example("migrate-recover web1 --on kvm1,kvm2 --dry-run", "the same for two hosts; nothing is done")
                .example("migrate-recover web1 --yes", "for scripts: all steps, then the state after them");
    }

    @Override
    public Result run(Call call) {
        call.exclusive(DRY_RUN, YES);
        List<Session> sessions = sessions(call);
        SightLook look = new SightLook(name(call), sessions);
        String uuid = uuid(call, look);
        List<Sight> sights = look(call, look, uuid);
        Recovery recovery = judge(call, sights);
        if (call.has(DRY_RUN) || recovery.steps().isEmpty()) {
            return ending(call, sights, recovery, call.has(DRY_RUN));
        }
        call.show(RecoveryText.of(guestName(call, sights), sights, recovery));
        if (!call.has(YES) && !call.dialog().decides()) {
            throw CommandFailure.of("nobody is there to ask; 'migrate-recover … --yes' does the steps");
        }
        // A step may bring to light what comes next: a post-copy migration that was taken up again leaves a definition.
        for (int round = 1; !recovery.steps().isEmpty(); round++) {
            if (round > 1) {
                call.show(RecoveryText.of(guestName(call, sights), sights, recovery));
            }
            Situation before = recovery.situation();
            take(call, recovery.steps());
            sights = look(call, look, uuid);
            recovery = judge(call, sights);
            if (recovery.situation() == before || round == MOST_ROUNDS) {
                break;
            }
        }
        return ending(call, sights, recovery, false);
    }

    private static List<Sight> look(Call call, SightLook look, String uuid) {
        call.dialog().progress("looking at all sides");
        try {
            return look.at(uuid);
        } finally {
            call.dialog().progress("");
        }
    }

    /** Judges, and remembers the ways out for {@code fix}. */
    private static Recovery judge(Call call, List<Sight> sights) {
        Recovery recovery = Judge.of(guestName(call, sights), sights);
        List<Remedy> all = Stream.concat(recovery.steps().stream(), recovery.choices().stream())
                .toList();
        if (!all.isEmpty()) {
            call.workspace()
                    .remember(Problem.of(List.of(recovery.headline()), null)
                            .explained(new Advice(CODE, recovery.headline(), recovery.facts(), all)));
        }
        return recovery;
    }

    private static void take(Call call, List<Remedy> steps) {
        for (int i = 0; i < steps.size(); i++) {
            Remedy step = steps.get(i);
            if (!call.has(YES)) {
                call.dialog().say("%d. %s".formatted(i + 1, step.what()));
                step.statements().forEach(statement -> call.dialog().say("     " + statement));
                if (!step.price().isEmpty()) {
                    call.dialog().say("   " + step.price());
                }
                if (!call.dialog().confirm("Do this?")) {
                    throw CommandFailure.of(i == 0 ? "nothing was done" : "stopped before step %d".formatted(i + 1));
                }
            }
            StatementsRun.of(call, step.statements());
        }
    }

    private static Result ending(Call call, List<Sight> sights, Recovery recovery, boolean onlyLooking) {
        Result result = RecoveryText.of(guestName(call, sights), sights, recovery);
        if (sights.stream().noneMatch(Sight::answers)) {
            throw CommandFailure.of("no host answers").after(result).exiting(ExitCode.CANNOT_CONNECT);
        }
        return switch (recovery.situation()) {
            case UNSURE ->
                throw CommandFailure.of("a host that does not answer, or a process that nobody answers for, may run %s"
                                .formatted(guestName(call, sights)))
                        .after(result)
                        .exiting(ExitCode.SOME_HOSTS_FAILED);
            case GONE -> throw CommandFailure.of(recovery.headline());
            case CLEAN, OFF, MOVING, POSTCOPY -> result;
            case LEFTOVERS, STUCK, POSTCOPY_FAILED, TWICE, PAUSED, PAUSED_TWICE, OFF_TWICE -> {
                if (onlyLooking) {
                    yield result;
                }
                throw CommandFailure.of("something is left to do: 'fix' lists it")
                        .after(result);
            }
        };
    }

    /** Those that were asked for; else those that are or were open, and all when these are not two sides. */
    private static List<Session> sessions(Call call) {
        Sessions all = call.workspace().sessions();
        if (call.has(ON)) {
            return Selector.parse(call.find(ON).orElseThrow()).in(all);
        }
        List<Session> open = all.all().stream()
                .filter(session -> session.state() != Session.State.CLOSED)
                .toList();
        List<Session> chosen = open.size() > 1 ? open : all.all();
        if (chosen.isEmpty()) {
            throw CommandFailure.of("no sessions: open those of both hosts with 'connect URI'");
        }
        return chosen;
    }

    private static String name(Call call) {
        return call.name(call.get(DOMAIN));
    }

    /** The guest's UUID, which it has on all hosts, whatever its name there; empty when nobody can tell. */
    private static String uuid(Call call, SightLook look) {
        Optional<Session> named = Optional.ofNullable(call.get(DOMAIN).session())
                .flatMap(session -> call.workspace().sessions().find(session));
        if (named.isPresent()) {
            Set<String> there = new SightLook(name(call), List.of(named.get())).uuids();
            if (there.size() == 1) {
                return there.iterator().next();
            }
        }
        Set<String> uuids = look.uuids();
        if (uuids.size() > 1) {
            throw CommandFailure.of("%s is the name of several guests; say which by one of these: %s"
                    .formatted(name(call), String.join(", ", uuids)));
        }
        return uuids.stream().findFirst().orElse("");
    }

    private static String guestName(Call call, List<Sight> sights) {
        return sights.stream()
                .flatMap(sight -> sight.copy().stream())
                .map(Copy::name)
                .findFirst()
                .orElse(name(call));
    }
}
