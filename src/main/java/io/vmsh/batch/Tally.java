package io.vmsh.batch;

import io.vmsh.advice.Problem;
import io.vmsh.batch.Ending.Failure;
import io.vmsh.batch.Ending.How;
import io.vmsh.batch.Ending.NotRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has become of a script's steps so far. Safe for steps side by side. */
final class Tally {
    private final List<Failure> failures = new ArrayList<>();
    private final Map<Integer, Set<String>> begun = new LinkedHashMap<>();
    private final Map<Integer, Set<String>> missed = new LinkedHashMap<>();
    private final Set<Integer> partial = new HashSet<>();
    private How how = How.FINISHED;

    /** A step begins, in a block for several hosts on this one; else the host is empty. */
    synchronized void begun(int step, String host) {
        begun.computeIfAbsent(step, number -> new HashSet<>()).add(host);
    }

    synchronized void failed(StepRun run, Problem problem) {
        failures.add(new Failure(run, problem));
    }

    /** A block has ended for a host: what it has not begun there, it missed. */
    synchronized void leftBlock(Set<Integer> steps, String host) {
        for (int step : steps) {
            if (!begun.getOrDefault(step, Set.of()).contains(host)) {
                missed.computeIfAbsent(step, number -> new LinkedHashSet<>()).add(host);
            }
        }
    }

    /** A block has ended: when some hosts did all of it, its failures are not the whole script's. */
    synchronized void ended(Set<Integer> steps, int hosts) {
        long failed = failures.stream()
                .filter(failure -> steps.contains(failure.run().step().number()))
                .map(failure -> failure.run().host())
                .distinct()
                .count();
        if (failed < hosts) {
            partial.addAll(steps);
        }
    }

    synchronized void stop(How why) {
        how = how == How.INTERRUPTED ? how : why;
    }

    synchronized boolean stopping() {
        return how != How.FINISHED;
    }

    synchronized Ending ending(List<Step> steps) {
        List<NotRun> notRun = new ArrayList<>();
        for (Step step : steps) {
            Set<String> hosts = missed.get(step.number());
            boolean never = !begun.containsKey(step.number());
            if (never ? how != How.FINISHED || hosts != null : hosts != null) {
                notRun.add(new NotRun(step, never ? List.of() : List.copyOf(hosts == null ? Set.of() : hosts)));
            }
        }
        boolean partly = failures.stream()
                .allMatch(failure -> partial.contains(failure.run().step().number()));
        List<Failure> inOrder = failures.stream()
                .sorted(Comparator.<Failure>comparingInt(
                                failure -> failure.run().step().number())
                        .thenComparing(failure -> String.valueOf(failure.run().host())))
                .toList();
        return new Ending(how, inOrder, notRun, partly);
    }
}
