package io.vmsh.command.evacuate;

import io.vmsh.batch.Journal;
import io.vmsh.batch.JournalHead.Planned;
import io.vmsh.batch.PastRun;
import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.evacuation.Plan;
import io.vmsh.evacuation.Planner;
import io.vmsh.session.Session;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Goes on with an evacuation that was interrupted or cut off. */
record Resumption(Call call, Session host, EvacuateOptions asked) {
    Result run(PastRun run) {
        if (run.running()) {
            throw CommandFailure.of(
                    "an evacuation of %s is under way in another process or shell (journal %s)", host.name(), run.id());
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
        int jobs = Evacuation.jobs(call, options, host, targets.sessions());
        AtomicBoolean begun = new AtomicBoolean();
        try {
            return new Departure(call, options, ways, jobs, List.copyOf(settled.values()))
                    .go(
                            plan,
                            planner,
                            "Go on and move %d more away from %s"
                                    .formatted(plan.moves().size(), host.name()),
                            () -> {
                                begun.set(true);
                                return journal;
                            },
                            Convoy.Arrivals::complete);
        } finally {
            if (!begun.get()) {
                // All that was under way is settled, so that another plan may be made.
                journal.end(plan.moves().isEmpty() ? PastRun.Ending.FINISHED : PastRun.Ending.STOPPED);
            }
        }
    }
}
