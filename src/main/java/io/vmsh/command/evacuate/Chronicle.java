package io.vmsh.command.evacuate;

import io.vmsh.batch.Journal;
import io.vmsh.batch.JournalException;
import io.vmsh.batch.JournalHead;
import io.vmsh.batch.JournalHead.Planned;
import io.vmsh.batch.JournalStep;
import io.vmsh.batch.Journals;
import io.vmsh.batch.PastRun;
import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.evacuation.Evacuee;
import io.vmsh.evacuation.Plan;
import io.vmsh.evacuation.Plan.Move;
import io.vmsh.hypervisor.DomainState;
import io.vmsh.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evacuations in journals: a step for each move, begun before anything is sent and ended once it is known where the guest
 * is; and a note for each guest, with what a move takes away from it and a later run has to know.
 */
final class Chronicle {
    /** The kind of journal of guests that leave. */
    static final String LEAVING = "evacuate";
    /** The kind of journal of guests that come back. */
    static final String RETURNING = "evacuate-return";

    private static final String GUEST = "guest ";

    private Chronicle() {}

    /** A move that was begun. */
    record Attempt(Evacuee guest, String from, String to, PastRun.Entry entry) {}

    /**
     * Begins a journal of a plan.
     *
     * @throws JournalException also when another process has begun to move guests of this host since it was planned
     */
    static Journal begin(
            Journals journals, String kind, String session, EvacuateOptions options, Plan plan, Ways ways) {
        List<Planned> planned = new ArrayList<>();
        for (Move move : plan.moves()) {
            planned.add(new Planned(
                    move.guest().uuid(), Transfer.statement(move, ways.isFromSource(move.from(), move.to()))));
        }
        List<String> words = new ArrayList<>(List.of(session));
        words.addAll(options.words());
        Journal journal = journals.begin(new JournalHead(kind, session, null, null, words, planned));
        Optional<PastRun> other = runs(journals, session).stream()
                .filter(run -> run.running() && !run.id().equals(journal.id()))
                .findFirst();
        if (other.isPresent()) {
            journal.end(PastRun.Ending.FINISHED);
            journal.close();
            throw underWay(session, other.get());
        }
        options.notes().forEach(journal::note);
        return journal;
    }

    /** The refusal to do two things with the guests of one host at once. */
    static JournalException underWay(String session, PastRun run) {
        return new JournalException(
                "guests of %s are being moved by another process or shell (journal %s)".formatted(session, run.id()));
    }

    /**
     * The session of a name in a journal.
     *
     * @throws CommandFailure when it is not open
     */
    static Session session(Call call, String name) {
        return call.workspace()
                .sessions()
                .find(name)
                .orElseThrow(() ->
                        CommandFailure.of("the journal speaks of a session '%s', which is not open: connect it", name));
    }

    /** Writes down what has to be known of the guests of a plan. */
    static void note(Journal journal, Plan plan) {
        plan.moves().forEach(move -> journal.note(GUEST + move.guest().uuid(), text(move)));
    }

    /** The step of a move. */
    static JournalStep step(Move move, boolean fromSource) {
        return new JournalStep(
                move.guest().uuid() + " " + move.to(), Transfer.statement(move, fromSource), move.to(), true);
    }

    /** The run of a kind for a session that some process is at now, or else the newest if it did not come to its end. */
    static Optional<PastRun> unfinished(Journals journals, String kind, String session) {
        List<PastRun> runs = runs(journals, session).stream()
                .filter(run -> run.head().kind().equals(kind))
                // One that found another under way has moved nothing.
                .filter(run ->
                        run.state() != PastRun.State.FINISHED || !run.entries().isEmpty())
                .toList();
        return runs.stream()
                .filter(PastRun::running)
                .findFirst()
                .or(() -> runs.stream().findFirst().filter(PastRun::resumable));
    }

    /** Who left a session, or may have, and has not come back: where each went last. */
    static Map<String, Attempt> away(Journals journals, String session) {
        Map<String, Attempt> away = new LinkedHashMap<>();
        for (PastRun run : sinceLastReturn(journals, session).reversed()) {
            for (Attempt attempt : attempts(run)) {
                boolean arrived = attempt.entry().outcome() == PastRun.Outcome.DONE;
                if (run.head().kind().equals(LEAVING)
                        && (arrived || attempt.entry().outcome() == PastRun.Outcome.UNKNOWN)) {
                    away.put(attempt.guest().uuid(), attempt);
                } else if (arrived) {
                    away.remove(attempt.guest().uuid());
                }
            }
        }
        return away;
    }

    /** Newest first, down to the last return that came to its end: what left before that was to stay away. */
    private static List<PastRun> sinceLastReturn(Journals journals, String session) {
        List<PastRun> runs = new ArrayList<>();
        for (PastRun run : runs(journals, session)) {
            if (run.head().kind().equals(RETURNING) && run.state() == PastRun.State.FINISHED) {
                break;
            }
            runs.add(run);
        }
        return runs;
    }

    private static List<PastRun> runs(Journals journals, String session) {
        return journals.all().stream()
                .filter(run -> run.head().name().equals(session))
                .filter(run ->
                        run.head().kind().equals(LEAVING) || run.head().kind().equals(RETURNING))
                .toList();
    }

    /** The moves that a run has begun, in that order. */
    static List<Attempt> attempts(PastRun run) {
        List<Attempt> attempts = new ArrayList<>();
        for (PastRun.Entry entry : run.entries()) {
            String uuid = entry.step().key().split(" ", 2)[0];
            String note = run.notes().get(GUEST + uuid);
            String to = entry.step().host();
            if (note != null && to != null) {
                String[] words = note.split(" ", 2);
                attempts.add(new Attempt(guest(uuid, words[1]), words[0], to, entry));
            }
        }
        return attempts;
    }

    /** The guests of a run's plan, by UUID. */
    static Map<String, Evacuee> guests(PastRun run) {
        Map<String, Evacuee> guests = new LinkedHashMap<>();
        for (Planned planned : run.head().plan()) {
            String note = run.notes().get(GUEST + planned.key());
            if (note != null) {
                guests.put(planned.key(), guest(planned.key(), note.split(" ", 2)[1]));
            }
        }
        return guests;
    }

    private static String text(Move move) {
        Evacuee guest = move.guest();
        return String.join(
                " ",
                move.from(),
                guest.state().name(),
                guest.persistent() ? "persistent" : "transient",
                guest.autostart() ? "autostart" : "manual",
                Long.toString(guest.memory()),
                Integer.toString(guest.processors()),
                guest.name());
    }

    private static Evacuee guest(String uuid, String text) {
        String[] words = text.split(" ", 6);
        return new Evacuee(
                words[5],
                uuid,
                DomainState.valueOf(words[0]),
                words[1].equals("persistent"),
                words[2].equals("autostart"),
                Long.parseLong(words[3]),
                Integer.parseInt(words[4]));
    }
}
