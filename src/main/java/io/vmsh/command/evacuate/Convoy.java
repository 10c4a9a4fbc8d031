package io.vmsh.command.evacuate;

import io.vmsh.batch.Journal;
import io.vmsh.batch.JournalException;
import io.vmsh.batch.PastRun.Outcome;
import io.vmsh.command.Call;
import io.vmsh.command.Dialog;
import io.vmsh.evacuation.Dispatcher;
import io.vmsh.evacuation.Plan.Move;
import io.vmsh.evacuation.Plan.Stay;
import io.vmsh.hypervisor.Connector;
import io.vmsh.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries a plan out: some moves at once, each in the journal before it begins and after it is known how it ended. What is
 * under way is allowed to finish when another move fails, and when Ctrl-C is pressed once.
 */
final class Convoy {
    private static final long POLL_MILLIS = 250;

    /** A daemon answers five calls of one client at a time, and each move is one that lasts: more take a line of their own. */
    private static final int ON_ONE_CONNECTION = 3;

    private final Call call;
    private final Ways ways;
    private final Journal journal;
    private final Dispatcher dispatcher;
    private final int total;
    private final BlockingQueue<Runnable> endings = new LinkedBlockingQueue<>();
    private final Map<Move, Transfer> running = new LinkedHashMap<>();
    private final List<Fate> fates = new ArrayList<>();
    private final AtomicInteger presses = new AtomicInteger();
    private int heeded;
    private @Nullable JournalException broken;

    Convoy(Call call, Ways ways, Journal journal, Dispatcher dispatcher, int total) {
        this.call = call;
        this.ways = ways;
        this.journal = journal;
        this.dispatcher = dispatcher;
        this.total = total;
    }

    /** What became of the guests, and whether they were all tried. */
    record Arrivals(List<Fate> fates, boolean stopped) {
        /** Whether all were tried that could be, and it is known where each is. */
        boolean complete() {
            return stopped ? fates.stream().allMatch(fate -> fate.kind() == Fate.Kind.MOVED) : Fate.allSeen(fates);
        }
    }

    /**
     * Moves them, and returns when nothing is under way any more.
     *
     * @throws JournalException when the journal cannot be written any more; nothing is under way then either
     */
    Arrivals run() {
        Dialog dialog = call.dialog();
        dialog.onInterrupt(presses::incrementAndGet);
        try {
            while (true) {
                startWhatMay();
                if (dispatcher.done()) {
                    break;
                }
                await();
                heedInterrupts();
                dialog.progress(line());
            }
        } finally {
            dialog.onInterrupt(null);
            dialog.progress("");
        }
        if (broken != null) {
            throw broken;
        }
        for (Stay stay : dispatcher.stays()) {
            fates.add(new Fate(stay.guest(), Fate.Kind.STAYED, stay.at(), Optional.empty(), stay.why()));
        }
        return new Arrivals(List.copyOf(fates), heeded > 0);
    }

    private void startWhatMay() {
        for (Optional<Move> next = dispatcher.next(); next.isPresent(); next = dispatcher.next()) {
            start(next.get());
        }
    }

    private void start(Move move) {
        Session source = session(move.from());
        Session target = session(move.to());
        boolean fromSource = ways.isFromSource(move.from(), move.to());
        long lasting =
                running.values().stream().filter(other -> other.lastsOn(source)).count();
        Optional<Connector> own = lasting < ON_ONE_CONNECTION
                ? Optional.empty()
                : Optional.of(call.workspace().connector());
        Transfer transfer = new Transfer(move, source, target, fromSource, own);
        Journal.Begun begun;
        try {
            begun = journal.before(Chronicle.step(move, fromSource));
        } catch (JournalException failure) {
            breakOff(failure);
            dispatcher.failed(move, "not started: the journal cannot be written");
            return;
        }
        running.put(move, transfer);
        long start = System.nanoTime();
        transfer.start(ending -> endings.add(() -> ended(transfer, begun, ending, start)));
    }

    private Session session(String name) {
        return call.workspace().sessions().find(name).orElseThrow();
    }

    private void await() {
        try {
            Runnable ending = endings.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (ending != null) {
                ending.run();
            }
        } catch (InterruptedException signal) {
            presses.incrementAndGet();
        }
    }

    private void ended(Transfer transfer, Journal.Begun begun, Transfer.Ending ending, long start) {
        Move move = transfer.move();
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        running.remove(move);
        switch (ending) {
            case Transfer.Ending.Moved(List<String> remarks) -> {
                write(begun, Outcome.DONE, remarks);
                dispatcher.over(move);
                fates.add(new Fate(
                        move.guest(), Fate.Kind.MOVED, move.to(), Optional.of(time), String.join("; ", remarks)));
                say("%s moved to %s in %s".formatted(move.guest().name(), move.to(), Tables.seconds(time.toMillis())));
            }
            case Transfer.Ending.Stayed(String why, boolean targetGone) -> {
                write(begun, Outcome.FAILED, List.of(why));
                if (targetGone) {
                    dispatcher.gone(move.to(), "%s does not answer any more".formatted(move.to()));
                }
                Optional<Move> next = dispatcher.failed(move, "%s: %s".formatted(move.to(), why));
                say("%s did not move to %s: %s%s"
                        .formatted(
                                move.guest().name(),
                                move.to(),
                                why,
                                next.map(again -> "; it is tried on " + again.to())
                                        .orElse("")));
            }
            case Transfer.Ending.Lost(String why) -> unclear(move, begun, Outcome.FAILED, Fate.Kind.LOST, time, why);
            // A later run looks for it.
            case Transfer.Ending.Unseen(String why) ->
                unclear(move, begun, Outcome.UNKNOWN, Fate.Kind.UNSEEN, time, why);
        }
    }

    private void unclear(Move move, Journal.Begun begun, Outcome outcome, Fate.Kind kind, Duration time, String why) {
        write(begun, outcome, List.of(why));
        dispatcher.over(move);
        fates.add(new Fate(move.guest(), kind, "", Optional.of(time), why));
        say("%s: %s".formatted(move.guest().name(), why));
    }

    private void write(Journal.Begun begun, Outcome outcome, List<String> messages) {
        try {
            begun.ended(outcome, messages);
        } catch (JournalException failure) {
            breakOff(failure);
        }
    }

    /** Without a journal nothing more may begin. */
    private void breakOff(JournalException failure) {
        if (broken == null) {
            broken = failure;
            dispatcher.stop("not started: the journal cannot be written");
        }
    }

    private void say(String line) {
        if (call.workspace().watched()) {
            call.dialog().say(line);
        }
    }

    private void heedInterrupts() {
        if (presses.get() == heeded) {
            return;
        }
        boolean first = heeded == 0;
        heeded = presses.get();
        if (first) {
            int waiting = dispatcher.waiting();
            dispatcher.stop("not started: interrupted");
            call.dialog()
                    .say("interrupted: %s%d on the way may finish; Ctrl-C again to stop %s"
                            .formatted(
                                    waiting == 0 ? "" : waiting + " not started, ",
                                    running.size(),
                                    running.size() == 1 ? "it" : "them"));
        } else if (wantsAbort()) {
            running.values().forEach(Transfer::abort);
        }
    }

    private boolean wantsAbort() {
        if (!call.workspace().interactive()) {
            return true;
        }
        String answer =
                call.dialog().ask("(a)bort %s, or (w)ait? ".formatted(running.size() == 1 ? "it" : "them"), true);
        // What was pressed at the question was its answer.
        heeded = presses.get();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("a(bort)?");
    }

    /** All of it in one line, the most important first: narrow terminals cut the rest off. */
    private String line() {
        long moved =
                fates.stream().filter(fate -> fate.kind() == Fate.Kind.MOVED).count();
        return "%d of %d moved%s"
                .formatted(
                        moved,
                        total,
                        running.values().stream()
                                .map(transfer -> transfer.percent() < 0
                                        ? transfer.move().guest().name()
                                        : "%s %d%%"
                                                .formatted(
                                                        transfer.move().guest().name(), transfer.percent()))
                                .collect(Collectors.joining(", ", ": ", "")));
    }
}
