package io.vmsh.command.evacuate;

import static io.vmsh.command.evacuate.EvacuateOptions.DRY_RUN;
import static io.vmsh.command.evacuate.EvacuateOptions.YES;

import io.vmsh.advice.ExitCode;
import io.vmsh.batch.Journal;
import io.vmsh.batch.PastRun.Ending;
import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Dialog;
import io.vmsh.command.Result;
import io.vmsh.evacuation.Dispatcher;
import io.vmsh.evacuation.Plan;
import io.vmsh.evacuation.Plan.Stay;
import io.vmsh.evacuation.Planner;
import io.vmsh.spec.Spec;
import io.vmsh.spec.StatementText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * From a plan to its outcome: shows it, asks, carries it out, and tells what came of it.
 *
 * @param jobs most moves at once
 * @param before what became of guests that an earlier try has dealt with
 */
record Departure(Call call, EvacuateOptions options, Ways ways, int jobs, List<Fate> before) {
    /**
     * Does it.
     *
     * @param what the plan as a question without its mark
     * @param begin begins the journal, or takes the one that is to go on
     * @param complete whether nothing is left to be resumed
     */
    Result go(Plan plan, Planner planner, String what, Supplier<Journal> begin, Predicate<Convoy.Arrivals> complete) {
        Result table = Tables.plan(plan, move -> ways.isFromSource(move.from(), move.to()));
        if (call.has(DRY_RUN)) {
            return dryRun(plan, table);
        }
        List<Fate> fates = new ArrayList<>(before);
        if (plan.moves().isEmpty()) {
            return told(stay(fates, plan), false);
        }
        agree(table, plan, what);
        try (Journal journal = begin.get()) {
            Chronicle.note(journal, plan);
            long start = System.nanoTime();
            Dispatcher dispatcher = new Dispatcher(plan, planner, jobs, options.tries());
            Convoy.Arrivals arrivals =
                    new Convoy(call, ways, journal, dispatcher, plan.moves().size()).run();
            fates.addAll(arrivals.fates());
            journal.end(complete.test(arrivals) ? Ending.FINISHED : Ending.STOPPED);
            if (call.workspace().watched()) {
                call.dialog()
                        .say("%d of %d moved in %s"
                                .formatted(
                                        moved(fates),
                                        fates.size(),
                                        Tables.seconds((System.nanoTime() - start) / 1_000_000)));
            }
            return told(fates, arrivals.stopped());
        }
    }

    private static List<Fate> stay(List<Fate> fates, Plan plan) {
        for (Stay stay : plan.stays()) {
            fates.add(new Fate(stay.guest(), Fate.Kind.STAYED, stay.at(), Optional.empty(), stay.why()));
        }
        return fates;
    }

    private static Result dryRun(Plan plan, Result table) {
        if (plan.stays().isEmpty()) {
            return table;
        }
        throw CommandFailure.of(
                        "%d of %d guests could not move",
                        plan.stays().size(), plan.stays().size() + plan.moves().size())
                .after(table)
                .exiting(ExitCode.SOME_HOSTS_FAILED);
    }

    private void agree(Result table, Plan plan, String what) {
        boolean structured =
                call.find(Spec.OUTPUT).filter(format -> !format.equals("table")).isPresent();
        Dialog dialog = call.dialog();
        if (!structured && call.workspace().watched()) {
            call.show(table);
        }
        if (call.has(YES)) {
            return;
        }
        if (!dialog.decides()) {
            throw CommandFailure.of("nobody is there to ask; 'evacuate … --%s' does without", YES.name());
        }
        String rest = plan.stays().isEmpty()
                ? ""
                : " (%d cannot move)".formatted(plan.stays().size());
        if (!dialog.confirm("%s%s, %s at once?".formatted(what, rest, atOnce()))) {
            throw CommandFailure.of("nothing was moved");
        }
    }

    private String atOnce() {
        return jobs == 1 ? "one" : Integer.toString(jobs);
    }

    private Result told(List<Fate> fates, boolean stopped) {
        Result table = Tables.outcome(fates);
        long moved = moved(fates);
        if (moved == fates.size()) {
            return table;
        }
        List<String> lines = new ArrayList<>();
        lines.add("%d of %d guests did not move%s"
                .formatted(fates.size() - moved, fates.size(), stopped ? ": interrupted" : ""));
        if (stopped || !Fate.allSeen(fates)) {
            String host = StatementText.quote(call.get(EvacuateOptions.SESSION));
            lines.add(
                    call.has(EvacuateOptions.RETURN)
                            ? "to go on: evacuate %s --return".formatted(host)
                            : "to go on: evacuate %s --resume; to bring them back: evacuate %s --return"
                                    .formatted(host, host));
        }
        throw CommandFailure.of(lines).after(table).exiting(ExitCode.SOME_HOSTS_FAILED);
    }

    private static long moved(List<Fate> fates) {
        return fates.stream().filter(fate -> fate.kind() == Fate.Kind.MOVED).count();
    }
}
