package io.vmsh.command.evacuate;

import static io.vmsh.command.evacuate.EvacuateOptions.INCLUDE;

import io.vmsh.batch.Journal;
import io.vmsh.batch.Journals;
import io.vmsh.batch.PastRun;
import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.evacuation.Evacuee;
import io.vmsh.evacuation.NamePattern;
import io.vmsh.evacuation.Pace;
import io.vmsh.evacuation.Plan;
import io.vmsh.evacuation.Plan.Move;
import io.vmsh.evacuation.Plan.Stay;
import io.vmsh.evacuation.Planner;
import io.vmsh.hypervisor.DomainFilter;
import io.vmsh.hypervisor.DomainName;
import io.vmsh.hypervisor.DomainState;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.preflight.Preflight;
import io.vmsh.preflight.Standstill;
import io.vmsh.session.CannotConnectException;
import io.vmsh.session.Fanout;
import io.vmsh.session.Session;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings the guests of a host back from where its evacuations took them, as the journals tell. */
record Return(Call call, Session host, EvacuateOptions options) {
    Result run() {
        Journals journals = EvacuateCommand.journals(call);
        Chronicle.unfinished(journals, Chronicle.LEAVING, host.name())
                .filter(run -> run.state() != PastRun.State.STOPPED)
                .ifPresent(run -> EvacuateCommand.refuse(run, host));
        settle(journals);
        Map<String, Chronicle.Attempt> away = wanted(Chronicle.away(journals, host.name()));
        if (away.isEmpty()) {
            throw CommandFailure.of("no guest of %s is away by evacuate", host.name());
        }
        Targets home = Targets.open(call, List.of(host));
        Ways ways = new Ways();
        Survey survey = new Survey(ways);
        Planner planner = new Planner(home.rooms(), survey::fit);
        Plan plan = plan(away, home, ways, survey, planner);
        if (plan.moves().isEmpty() && plan.stays().isEmpty()) {
            return Result.done("All guests of %s are back", host.name());
        }
        int jobs = options.jobs().orElseGet(() -> Pace.jobs(OptionalLong.empty(), 1));
        return new Departure(call, options, ways, jobs, List.of())
                .go(
                        plan,
                        planner,
                        "Bring %d guest%s back to %s"
                                .formatted(plan.moves().size(), plan.moves().size() == 1 ? "" : "s", host.name()),
                        () -> Chronicle.begin(journals, Chronicle.RETURNING, host.name(), options, plan, ways),
                        // Those who are still away are looked for by the next return.
                        arrivals -> Chronicle.away(journals, host.name()).isEmpty());
    }

    /** What an earlier return left on its way. */
    private void settle(Journals journals) {
        Optional<PastRun> cut = Chronicle.unfinished(journals, Chronicle.RETURNING, host.name())
                .filter(run -> run.state() != PastRun.State.STOPPED);
        if (cut.isEmpty()) {
            return;
        }
        if (cut.get().running()) {
            throw Chronicle.underWay(host.name(), cut.get());
        }
        try (Journal journal = journals.resume(cut.get().id())) {
            new Settlement(call, journal).of(cut.get());
            journal.end(PastRun.Ending.STOPPED);
        }
    }

    private Map<String, Chronicle.Attempt> wanted(Map<String, Chronicle.Attempt> away) {
        Map<String, Chronicle.Attempt> wanted = new LinkedHashMap<>(away);
        options.include().ifPresent(text -> {
            NamePattern pattern = NamePattern.parse(text);
            wanted.values().removeIf(attempt -> !pattern.test(attempt.guest().name()));
            if (wanted.isEmpty() && !away.isEmpty()) {
                throw CommandFailure.of(
                        "--%s: no guest that is away from %s has a name like '%s'", INCLUDE.name(), host.name(), text);
            }
        });
        options.exclude().ifPresent(text -> {
            NamePattern pattern = NamePattern.parse(text);
            wanted.values().removeIf(attempt -> pattern.test(attempt.guest().name()));
        });
        return wanted;
    }

    private Plan plan(Map<String, Chronicle.Attempt> away, Targets home, Ways ways, Survey survey, Planner planner) {
        Set<String> back =
                host.hypervisor().domains().names(EnumSet.of(DomainFilter.ACTIVE, DomainFilter.INACTIVE)).stream()
                        .map(DomainName::uuid)
                        .collect(Collectors.toSet());
        Map<String, List<Evacuee>> byHost = new LinkedHashMap<>();
        away.values().stream()
                .filter(attempt -> !back.contains(attempt.guest().uuid()))
                .forEach(attempt -> byHost.computeIfAbsent(attempt.to(), to -> new ArrayList<>())
                        .add(attempt.guest()));
        List<Move> moves = new ArrayList<>();
        List<Stay> stays = new ArrayList<>();
        List<Session> hosts = byHost.keySet().stream()
                .map(name -> Chronicle.session(call, name))
                .toList();
        new Fanout(Preflight.LIMIT).connecting(hosts, Session::name).forEach(reply -> {
            String from = reply.session().name();
            List<Evacuee> guests = byHost.getOrDefault(from, List.of());
            HypervisorException refusal = reply.refusal();
            Plan part = refusal != null
                    ? nobody(guests, from, refusal)
                    : plan(guests, reply.session(), home, ways, survey, planner);
            for (Move move : part.moves()) {
                if (endsQemu(move, away.get(move.guest().uuid()), survey)) {
                    stays.add(new Stay(
                            move.guest(),
                            from,
                            "it has stood still since it came, and this QEMU may crash when such a guest moves on:"
                                    + " resume it first"));
                } else {
                    moves.add(move);
                }
            }
            stays.addAll(part.stays());
            stays.addAll(missing(guests, from, part));
        });
        return new Plan(moves, stays);
    }

    private Plan plan(List<Evacuee> guests, Session from, Targets home, Ways ways, Survey survey, Planner planner) {
        try {
            List<String> uuids = guests.stream().map(Evacuee::uuid).toList();
            return Evacuation.plan(call, from, survey, planner, ways, home, uuids);
        } catch (CannotConnectException refused) {
            return nobody(guests, from.name(), refused.reason());
        } catch (HypervisorException refused) {
            return nobody(guests, from.name(), refused);
        }
    }

    /**
     * Whether a guest came paused and has not run since, by what the host tells and the journal. A libvirtd that was started
     * anew does not know how the guest came; where it knows, the checks have told already.
     */
    private static boolean endsQemu(Move move, Chronicle.@Nullable Attempt came, Survey survey) {
        return survey.standstill(move.guest()) != Standstill.NONE
                && came != null
                && came.guest().state() == DomainState.PAUSED;
    }

    private static Plan nobody(List<Evacuee> guests, String from, HypervisorException refused) {
        return new Plan(
                List.of(),
                guests.stream()
                        .map(guest -> new Stay(guest, from, refused.message()))
                        .toList());
    }

    private static List<Stay> missing(List<Evacuee> guests, String from, Plan found) {
        Set<String> there = new HashSet<>();
        found.moves().forEach(move -> there.add(move.guest().uuid()));
        found.stays().forEach(stay -> there.add(stay.guest().uuid()));
        return guests.stream()
                .filter(guest -> !there.contains(guest.uuid()))
                .map(guest -> new Stay(guest, from, "it is not on %s any more".formatted(from)))
                .toList();
    }
}
