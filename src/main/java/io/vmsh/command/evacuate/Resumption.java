package io.vmsh.command.evacuate;

import io.vmsh.batch.Journal;
import io.vmsh.batch.JournalHead.Planned;
import io.vmsh.batch.PastRun;
import io.vmsh.command.Call;
import io.vmsh.command.Result;
import io.vmsh.evacuation.Evacuee;
import io.vmsh.evacuation.Plan;
import io.vmsh.evacuation.Planner;
import io.vmsh.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Goes on with an evacuation that was interrupted or cut off. */
record Resumption(Call call, Session host, EvacuateOptions asked) {
    Result run(PastRun run) {
        if (run.running()) {
            throw Chronicle.underWay(host.name(), run);
        }
        EvacuateOptions options = asked.or(run.notes());
        try (Journal journal = EvacuateCommand.journals(call).resume(run.id())) {
            return goOn(run, journal, options);
        }
    }

    private Result goOn(PastRun run, Journal journal, EvacuateOptions options) {
        Map<String, Fate> settled = new Settlement(call, journal).of(run);
        List<String> rest = run.head().plan().stream()
                .map(Planned::key)
                .filter(uuid -> !settled.containsKey(uuid))
                .toList();
        Targets targets = Targets.of(call, host, options.to());
        Ways ways = new Ways();
        Survey survey = new Survey(ways);
        Planner planner = new Planner(targets.rooms(), survey::fit);
        Plan plan = Evacuation.plan(call, host, survey, planner, ways, targets, rest);
        List<Fate> before = new ArrayList<>(settled.values());
        before.addAll(gone(run, settled, plan));
        int jobs = Evacuation.jobs(call, options, host, targets.sessions());
        AtomicBoolean begun = new AtomicBoolean();
        try {
            return new Departure(call, options, ways, jobs, List.copyOf(before))
                    .go(
                            plan,
                            planner,
                            "Go on and move %d more away from %s"
                                    .formatted(plan.moves().size(), host.name()),
                            () -> {
                                begun.set(true);
                                return journal;
                            },
                            arrivals -> arrivals.complete() && Fate.allSeen(before));
        } finally {
            if (!begun.get()) {
                // What was under way has been looked for, so that another plan may be made.
                boolean over = plan.moves().isEmpty() && Fate.allSeen(before);
                journal.end(over ? PastRun.Ending.FINISHED : PastRun.Ending.STOPPED);
            }
        }
    }

    /** Guests of the first plan that are not dealt with and are not on the host any more. */
    private List<Fate> gone(PastRun run, Map<String, Fate> settled, Plan plan) {
        Map<String, Evacuee> missing = Chronicle.guests(run);
        missing.keySet().removeAll(settled.keySet());
        plan.moves().forEach(move -> missing.remove(move.guest().uuid()));
        plan.stays().forEach(stay -> missing.remove(stay.guest().uuid()));
        return missing.values().stream()
                .map(guest -> new Fate(
                        guest,
                        Fate.Kind.LOST,
                        "",
                        Optional.empty(),
                        "it is not on %s any more: somebody else moved it or took it away".formatted(host.name())))
                .toList();
    }
}
