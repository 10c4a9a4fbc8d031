package io.vmsh.command.domain;

import io.vmsh.advice.ExitCode;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import io.vmsh.command.Workspace;
import io.vmsh.command.domain.Moves.Move;
import io.vmsh.hypervisor.MigrationProgress;
import io.vmsh.hypervisor.MigrationProgress.Phase;
import io.vmsh.session.Selector;
import io.vmsh.session.Session;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists the migrations that are under way. */
final class MigrationsCommand implements Command {
    private static final Opt<String> SESSIONS =
            Opt.of("sessions", Value.SELECTOR, "where to look, instead of on all that are open");

    @Override
    public Spec spec() {
        return Spec.of("migrations", Group.MIGRATION, "list the migrations under way on all open sessions")
                .takes(SESSIONS)
                .local()
                .describedAs(
                        "Those that somebody else has started are listed too. Where a guest goes is known when that"
                                + " host is one of the sessions, and how far it is when the one that it leaves is. One call a"
                                + " host, and one for each of its active guests. Exit code 5 when some hosts did not answer.")
                .example("migrations", "guest, hosts, phase, and the time left")
                .example("migrations all --output json", "all numbers, on every session of the configuration");
    }

    @Override
    public Result run(Call call) {
        List<Session> sessions = call.find(SESSIONS)
                .map(word -> Selector.parse(word).in(call.workspace().sessions()))
                .orElseGet(() -> open(call.workspace()));
        if (sessions.isEmpty()) {
            throw CommandFailure.of("no session: open one with 'connect URI'");
        }
        Moves found = Moves.on(sessions);
        Result.RowsBuilder rows = Result.rows(
                new Column("Guest", "guest"),
                new Column("From", "from"),
                new Column("To", "to"),
                new Column("Phase", "phase"),
                new Column("Done", "percent"),
                new Column("Rate", "bytes_per_second"),
                new Column("Left", "seconds_left"),
                Column.forPrograms("uuid"),
                Column.forPrograms("done_bytes"),
                Column.forPrograms("total_bytes"),
                Column.forPrograms("sent_bytes"),
                Column.forPrograms("pass"),
                Column.forPrograms("dirty_pages_per_second"),
                Column.forPrograms("downtime_ms"),
                Column.forPrograms("elapsed_ms"),
                Column.forPrograms("converging"));
        found.moves().forEach(move -> row(rows, move));
        Result table = rows.table();
        if (found.refusals().isEmpty()) {
            return table;
        }
        List<String> lines = found.refusals().entrySet().stream()
                .map(refusal -> "%s: %s"
                        .formatted(refusal.getKey().name(), refusal.getValue().message()))
                .toList();
        boolean none = found.refusals().size() == sessions.size();
        throw CommandFailure.of(lines)
                .after(table)
                .exiting(none ? ExitCode.CANNOT_CONNECT : ExitCode.SOME_HOSTS_FAILED);
    }

    /** The open ones, those that were, and the one that statements go to. */
    static List<Session> open(Workspace workspace) {
        Session current = workspace.sessions().current().orElse(null);
        return workspace.sessions().all().stream()
                .filter(session -> session.equals(current) || session.state() != Session.State.CLOSED)
                .toList();
    }

    private static void row(Result.RowsBuilder rows, Move move) {
        Optional<MigrationProgress> progress = move.progress();
        rows.row(
                Cell.of(move.guest()),
                session(move.source()),
                session(move.target()),
                progress.map(MigrationsCommand::phase).orElseGet(() -> Cell.of("arriving")),
                progress.map(MigrationProgress::percent)
                        .filter(percent -> percent.isPresent())
                        .map(percent -> Cell.of(percent.getAsInt() + "%", percent.getAsInt()))
                        .orElseGet(MigrationsCommand::unknown),
                progress.map(MigrationProgress::bytesPerSecond)
                        .filter(rate -> rate > 0)
                        .map(rate -> Cell.of(MigrationLine.size(rate) + "/s", rate))
                        .orElseGet(MigrationsCommand::unknown),
                progress.map(MigrationsCommand::left).orElseGet(MigrationsCommand::unknown),
                Cell.of(move.uuid()),
                number(progress, MigrationProgress::doneBytes),
                number(progress, MigrationProgress::totalBytes),
                number(progress, MigrationProgress::sentBytes),
                number(progress, now -> now.sample().iteration()),
                number(progress, now -> now.sample().dirtyPagesPerSecond()),
                number(progress, now -> now.sample().downtimeMillis()),
                number(progress, now -> now.sample().elapsedMillis()),
                value(progress.map(MigrationProgress::converging).orElse(null)));
    }

    /** With the pass: by one sample alone, what is done is less at the begin of each. */
    private static Cell phase(MigrationProgress progress) {
        String label = progress.phase().label();
        long pass = progress.sample().iteration();
        return Cell.of(
                progress.phase() == Phase.MEMORY && pass > 1 ? "%s, pass %d".formatted(label, pass) : label, label);
    }

    private static Cell left(MigrationProgress progress) {
        String text = MigrationLine.left(progress);
        return text.isEmpty()
                ? unknown()
                : Cell.of(
                        text.replaceFirst(" left$", ""),
                        progress.secondsLeft().isPresent()
                                ? progress.secondsLeft().getAsLong()
                                : null);
    }

    private static Cell session(Optional<Session> session) {
        return session.map(known -> Cell.of(known.name())).orElseGet(MigrationsCommand::unknown);
    }

    private static Cell number(Optional<MigrationProgress> progress, Function<MigrationProgress, Long> number) {
        return value(progress.map(number).orElse(null));
    }

    private static Cell value(@Nullable Object value) {
        return Cell.of("", value);
    }

    private static Cell unknown() {
        return Cell.of("-", null);
    }
}
