package io.vmsh.command.domain;

import io.vmsh.hypervisor.GuestJob;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.MigrationProgress;
import io.vmsh.session.Fanout;
import io.vmsh.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The migrations that some hosts take part in, whoever started them.
 *
 * @param moves in the order of the sessions that guests leave; those whose source was not asked come last
 * @param refusals the sessions that did not answer, and why
 */
record Moves(List<Move> moves, Map<Session, HypervisorException> refusals) {
    /**
     * One migration.
     *
     * @param source the session that the guest leaves, if that was asked
     * @param target the session where it arrives, if that was asked
     * @param progress as the source tells it
     */
    record Move(
            String guest,
            String uuid,
            Optional<Session> source,
            Optional<Session> target,
            Optional<MigrationProgress> progress) {}

    /** What one session told, or why it did not. */
    private record Told(List<GuestJob> jobs, @Nullable HypervisorException refusal) {}

    /** Asks the sessions, all at the same time; opens those that are not open. */
    static Moves on(List<Session> sessions) {
        Map<Session, List<GuestJob>> jobs = new LinkedHashMap<>();
        Map<Session, HypervisorException> refusals = new LinkedHashMap<>();
        for (Fanout.Reply<Told> reply : new Fanout(Fanout.PATIENCE).connecting(sessions, Moves::ask)) {
            Told told = reply.value();
            HypervisorException refusal = told == null ? reply.refusal() : told.refusal();
            if (refusal != null) {
                refusals.put(reply.session(), refusal);
            } else if (told != null) {
                jobs.put(reply.session(), told.jobs());
            }
        }
        return new Moves(pairs(jobs), refusals);
    }

    private static Told ask(Session session) {
        try {
            return new Told(session.hypervisor().domains().jobs(), null);
        } catch (HypervisorException refusal) {
            return new Told(List.of(), refusal);
        }
    }

    /** A guest that leaves one host and arrives on another is one migration. */
    private static List<Move> pairs(Map<Session, List<GuestJob>> jobs) {
        Map<String, Session> arriving = new LinkedHashMap<>();
        Map<String, GuestJob> arrivals = new LinkedHashMap<>();
        jobs.forEach((session, all) -> all.stream().filter(GuestJob::arriving).forEach(job -> {
            arriving.putIfAbsent(job.guest().uuid(), session);
            arrivals.putIfAbsent(job.guest().uuid(), job);
        }));
        List<Move> moves = new ArrayList<>();
        jobs.forEach((session, all) -> all.stream().filter(GuestJob::leaving).forEach(job -> {
            String uuid = job.guest().uuid();
            moves.add(new Move(
                    job.guest().name(),
                    uuid,
                    Optional.of(session),
                    Optional.ofNullable(arriving.get(uuid)),
                    job.job().map(MigrationProgress::of)));
            arrivals.remove(uuid);
        }));
        arrivals.forEach((uuid, job) -> moves.add(new Move(
                job.guest().name(),
                uuid,
                Optional.empty(),
                Optional.ofNullable(arriving.get(uuid)),
                Optional.empty())));
        return List.copyOf(moves);
    }
}
