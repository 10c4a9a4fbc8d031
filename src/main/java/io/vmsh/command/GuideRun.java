package io.vmsh.command;

import io.vmsh.advice.ExitCode;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import io.vmsh.guide.Change;
import io.vmsh.guide.GuideException;
import io.vmsh.guide.Ledger;
import io.vmsh.guide.LedgerFile;
import io.vmsh.guide.Sites;
import io.vmsh.guide.Statements;
import io.vmsh.guide.Step;
import io.vmsh.guide.StepResult;
import io.vmsh.guide.StepResult.State;
import io.vmsh.guide.Walk;
import io.vmsh.guide.WayBack;
import io.vmsh.probe.HostException;
import io.vmsh.session.StateFolder;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Walks a guide for a command: the options that all guides have, and what comes of them. */
public final class GuideRun {
    public static final Flag CHECK = Flag.of("check", "only look; exit code 4 when something is missing");
    public static final Flag DRY_RUN = Flag.of("dry-run", "show every change and make none");
    public static final Flag APPLY = Flag.of("apply", "make every change that is missing");
    public static final Flag UNDO = Flag.of("undo", "take back what this guide has changed");
    public static final Flag YES = Flag.of("yes", "do not ask");
    public static final Flag SUDO = Flag.of("sudo", "act by 'sudo -n' on hosts where the user is not root");

    private final Call call;
    private final String topic;
    private final Ledger ledger;
    private boolean interrupted;

    /**
     * A run.
     *
     * @param topic the guide's name; what it changes is kept under it
     */
    public GuideRun(Call call, String topic) {
        this.call = call;
        this.topic = topic;
        this.ledger = new LedgerFile(new StateFolder(call.workspace().environment())
                .path("guides/%s.json".formatted(topic))
                .orElseThrow(() -> CommandFailure.of(
                        "there is no folder to write down in what is changed: set HOME or XDG_STATE_HOME")));
    }

    /** The parameters, in the order in which help shows them. */
    public static List<Parameter> parameters() {
        return List.of(CHECK, DRY_RUN, APPLY, UNDO, YES, SUDO);
    }

    /** The hosts, as the options say. */
    public static Sites sites(Call call) {
        return new Sites(call.workspace().sessions(), call.has(SUDO));
    }

    /**
     * Does what the options say.
     *
     * @param steps of the guide; not asked for when changes are taken back
     * @param places whose changes are taken back
     */
    public Result run(Supplier<List<Step>> steps, Predicate<String> places) {
        List<Flag> modes = List.of(CHECK, DRY_RUN, APPLY, UNDO);
        for (Flag one : modes) {
            modes.subList(modes.indexOf(one) + 1, modes.size()).forEach(other -> call.exclusive(one, other));
        }
        if (call.has(UNDO)) {
            return takeBack(places);
        }
        try {
            if (call.has(CHECK)) {
                return checked(walk(steps, GuideWalker.looking(call.dialog())));
            }
            if (call.has(DRY_RUN)) {
                List<StepResult> results = walk(steps, GuideWalker.looking(call.dialog()));
                if (interrupted) {
                    throw failure(results, bad(results)).after(planned(results));
                }
                return planned(results);
            }
            return applied(walk(steps, call.has(APPLY) ? consenting() : asking()));
        } catch (GuideException | HostException failure) {
            throw refused(failure);
        }
    }

    /** Whether anything is written down here that this guide has changed and not taken back. */
    public boolean hasChanged(Predicate<String> places) {
        return ledger.entries().stream().anyMatch(entry -> places.test(entry.place()));
    }

    /**
     * Takes back what this guide has changed.
     *
     * @param places whose changes are taken back
     */
    public Result takeBack(Predicate<String> places) {
        try {
            return undo(places);
        } catch (GuideException | HostException failure) {
            throw refused(failure);
        }
    }

    private static CommandFailure refused(RuntimeException failure) {
        return CommandFailure.of(
                failure instanceof GuideException guide ? guide.sentence() : ((HostException) failure).sentence());
    }

    private GuideWalker consenting() {
        if (!call.has(YES)) {
            require(call.dialog().decides(), "--apply --yes");
            if (!call.dialog().confirm("Make every change that is missing, without asking again?")) {
                throw CommandFailure.of("nothing was changed");
            }
        }
        return GuideWalker.applying(call.dialog());
    }

    private GuideWalker asking() {
        require(call.dialog().interactive(), "--check, --dry-run or --apply --yes");
        return GuideWalker.asking(call.dialog());
    }

    private static void require(boolean anybody, String instead) {
        if (!anybody) {
            throw CommandFailure.of("nobody is there to ask; %s does without", instead);
        }
    }

    private List<StepResult> walk(Supplier<List<Step>> steps, GuideWalker walker) {
        try {
            return new Walk(ledger, statements(), walker).walk(steps.get());
        } finally {
            interrupted = walker.stopped();
            call.dialog().onInterrupt(null);
            call.dialog().progress("");
        }
    }

    private Statements statements() {
        Interpreter interpreter = new Interpreter(call.workspace());
        return text -> {
            for (Invocation statement : interpreter.parse(text)) {
                // What it shows is seen better when the step is looked at again.
                if (interpreter.run(statement, result -> {}) instanceof Outcome.Failure failure) {
                    throw new GuideException("'%s': %s".formatted(text, String.join("; ", said(failure))));
                }
            }
        };
    }

    /** What failed on a host says more than that it did. */
    private static List<String> said(Outcome.Failure failure) {
        List<String> inner = failure.shown() instanceof Result.PerHost hosts
                ? hosts.hosts().stream()
                        .map(Result.HostOutcome::problem)
                        .filter(Objects::nonNull)
                        .flatMap(problem -> problem.lines().stream())
                        .toList()
                : List.of();
        return inner.isEmpty() ? failure.problem().lines() : inner;
    }

    private Result checked(List<StepResult> results) {
        Result table = table(results);
        List<StepResult> bad = bad(results);
        if (bad.isEmpty()) {
            return table;
        }
        if (interrupted || bad.stream().allMatch(result -> result.state() == State.FAILED)) {
            throw failure(results, bad).after(table);
        }
        throw CommandFailure.of(
                        "guide %s: %d of %d steps are not right; --dry-run shows what would be changed",
                        topic, bad.size(), results.size())
                .after(table)
                .exiting(ExitCode.BLOCKED);
    }

    private Result applied(List<StepResult> results) {
        Result table = table(results);
        List<StepResult> bad = bad(results);
        if (bad.isEmpty()) {
            return table;
        }
        throw failure(results, bad).after(table);
    }

    /** Says which hosts are finished, and where each of the others stands. */
    private CommandFailure failure(List<StepResult> results, List<StepResult> bad) {
        Map<String, String> open = bad.stream()
                .collect(Collectors.toMap(
                        StepResult::place,
                        result -> "%s at '%s'".formatted(result.state().word(), result.title()),
                        (first, later) -> first,
                        LinkedHashMap::new));
        List<String> finished = results.stream()
                .map(StepResult::place)
                .filter(place -> !place.isEmpty() && !open.containsKey(place))
                .distinct()
                .toList();
        List<String> parts = new ArrayList<>();
        open.forEach((place, where) -> parts.add(place.isEmpty() ? where : place + " " + where));
        if (!finished.isEmpty()) {
            parts.add("finished: " + String.join(", ", finished));
        }
        parts.add("run it again to go on from there");
        return CommandFailure.of("guide %s is not finished: %s", topic, String.join("; ", parts))
                .exiting(
                        interrupted || Thread.currentThread().isInterrupted()
                                ? ExitCode.INTERRUPTED
                                : finished.isEmpty() ? ExitCode.FAILED : ExitCode.SOME_HOSTS_FAILED);
    }

    private static List<StepResult> bad(List<StepResult> results) {
        return results.stream().filter(result -> !result.state().good()).toList();
    }

    private Result undo(Predicate<String> places) {
        if (!call.has(YES)) {
            require(call.dialog().decides(), "--undo --yes");
            List<Ledger.Entry> entries = ledger.entries().stream()
                    .filter(entry -> places.test(entry.place()))
                    .toList();
            entries.reversed()
                    .forEach(entry -> call.dialog()
                            .say("  %s: %s"
                                    .formatted(entry.place(), entry.undo().describe())));
            if (!entries.isEmpty() && !call.dialog().confirm("Take this back?")) {
                throw CommandFailure.of("nothing was changed");
            }
        }
        List<StepResult> results = new WayBack(ledger, statements(), sites(call)::host)
                .walk(places, result -> call.dialog().progress(""));
        List<String> left = ledger.entries().stream()
                .map(Ledger.Entry::place)
                .filter(places.negate())
                .distinct()
                .toList();
        if (!left.isEmpty()) {
            call.dialog().say("still changed by this guide: " + String.join(", ", left));
        }
        if (results.isEmpty()) {
            return Result.done(
                    "nothing that guide %s has changed is written down here for %s",
                    topic, left.isEmpty() ? "any host" : "these hosts");
        }
        return applied(results);
    }

    private static Result table(List<StepResult> results) {
        Result.RowsBuilder rows = Result.rows(
                new Column("Host", "host"),
                new Column("Step", "step"),
                new Column("State", "state"),
                new Column("Seen", "seen"));
        for (StepResult result : results) {
            rows.row(
                    Cell.of(result.place().isEmpty() ? "-" : result.place(), result.place()),
                    Cell.of(result.title()),
                    Cell.of(result.state().word()),
                    Cell.of(result.told()));
        }
        return rows.table();
    }

    /** Every change in full, for reading and for programs. */
    private Result planned(List<StepResult> results) {
        StringBuilder text = new StringBuilder();
        List<Map<String, Object>> data = new ArrayList<>();
        for (StepResult result : results) {
            text.append("%s%s: %s: %s%n"
                    .formatted(
                            result.place().isEmpty() ? "" : result.place() + ": ",
                            result.title(),
                            result.state().word(),
                            result.told()));
            result.changes().forEach(change -> text.append(GuideWalker.indented(change)));
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("host", result.place());
            step.put("step", result.title());
            step.put("state", result.state().word());
            step.put("seen", result.told());
            step.put("changes", result.changes().stream().map(Change::describe).toList());
            data.add(step);
        }
        long changes =
                results.stream().mapToInt(result -> result.changes().size()).sum();
        text.append(
                changes == 0
                        ? "Nothing to change\n"
                        : "%d change%s; none was made%n".formatted(changes, changes == 1 ? "" : "s"));
        return new Result.Document(text.toString(), data);
    }
}
