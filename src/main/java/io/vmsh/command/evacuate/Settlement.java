package io.vmsh.command.evacuate;

import io.vmsh.advice.ExitCode;
import io.vmsh.batch.Journal;
import io.vmsh.batch.PastRun;
import io.vmsh.batch.PastRun.Outcome;
import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.evacuation.Plan.Move;
import io.vmsh.evacuation.Sighting;
import io.vmsh.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what became of the moves of a run that was cut off: looks where each guest really is, waits for those that are
 * still on their way, and writes it down. Nothing is started.
 */
record Settlement(Call call, Journal journal) {
    private static final String CUT = "vmsh ended while it moved";

    /** What became of the guests of a run that are dealt with, by UUID; those that stayed are not among them. */
    Map<String, Fate> of(PastRun run) {
        Map<String, Chronicle.Attempt> last = new LinkedHashMap<>();
        Chronicle.attempts(run).forEach(attempt -> last.put(attempt.guest().uuid(), attempt));
        call.dialog().progress("looking where the guests are");
        try {
            Map<String, Fate> fates = new LinkedHashMap<>();
            List<Chronicle.Attempt> attempts = new ArrayList<>(last.values());
            List<Optional<Fate>> found = Threads.each(attempts, 8, this::fate);
            for (int i = 0; i < attempts.size(); i++) {
                String uuid = attempts.get(i).guest().uuid();
                found.get(i).ifPresent(fate -> fates.put(uuid, fate));
            }
            return fates;
        } finally {
            call.dialog().progress("");
        }
    }

    private Optional<Fate> fate(Chronicle.Attempt attempt) {
        Outcome outcome = attempt.entry().outcome();
        if (outcome == Outcome.DONE) {
            return Optional.of(new Fate(
                    attempt.guest(),
                    Fate.Kind.MOVED,
                    attempt.to(),
                    Optional.ofNullable(attempt.entry().took()),
                    String.join("; ", attempt.entry().messages())));
        }
        return attempt.entry().ended() ? Optional.empty() : settled(attempt);
    }

    private Optional<Fate> settled(Chronicle.Attempt attempt) {
        Session source = Chronicle.session(call, attempt.from());
        Session target = Chronicle.session(call, attempt.to());
        Sighting seen;
        try {
            seen = new Whereabouts(source, target, attempt.guest()).settled();
        } catch (InterruptedException signal) {
            Thread.currentThread().interrupt();
            throw CommandFailure.of("interrupted").exiting(ExitCode.INTERRUPTED);
        }
        Journal.Begun begun = journal.before(attempt.entry().step());
        return switch (seen.answer(attempt.guest().active())) {
            case MOVED -> {
                Move move = new Move(attempt.guest(), attempt.from(), attempt.to());
                List<String> remarks = Arrival.finish(move, source, target, Optional.of(CUT));
                begun.ended(Outcome.DONE, remarks);
                yield Optional.of(fate(attempt, Fate.Kind.MOVED, attempt.to(), String.join("; ", remarks)));
            }
            case STAYED -> {
                begun.ended(Outcome.FAILED, List.of(CUT));
                yield Optional.empty();
            }
            case MOVING, UNKNOWN -> {
                String why = seen.unclear(attempt.from(), attempt.to());
                begun.ended(Outcome.UNKNOWN, List.of(why));
                yield Optional.of(fate(attempt, Fate.Kind.UNSEEN, "", why));
            }
            case GONE -> lost(attempt, begun, "it runs on neither host any more");
            case TWICE ->
                lost(
                        attempt,
                        begun,
                        "%s and %s both say that it runs there: stop one at once"
                                .formatted(attempt.from(), attempt.to()));
        };
    }

    private static Optional<Fate> lost(Chronicle.Attempt attempt, Journal.Begun begun, String why) {
        begun.ended(Outcome.FAILED, List.of(why));
        return Optional.of(fate(attempt, Fate.Kind.LOST, "", why));
    }

    private static Fate fate(Chronicle.Attempt attempt, Fate.Kind kind, String host, String why) {
        Optional<Duration> time = Optional.empty();
        return new Fate(attempt.guest(), kind, host, time, why);
    }
}
