package io.vmsh.command.domain;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.command.domain.Moves.Move;
import io.vmsh.hypervisor.Domain;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.util.List;
import java.util.Optional;

/** Follows a migration that goes on already, whoever started it. */
final class MigrateWatchCommand implements Command {
    @Override
    public Spec spec() {
        return Spec.of("migrate-watch", Group.MIGRATION, "follow the migration of a guest, whoever started it")
                .takes(Guests.ACTIVE)
                .describedAs("Shows the progress until the guest has moved, or has not, and tells which. The guest is"
                        + " named where it comes from. Ctrl-C ends the watching only: the migration goes on, and"
                        + " domjobabort stops it.")
                .example("migrate-watch web1", "its progress on a terminal, and one line at the end")
                .example("migrate-watch kvm2/web1", "of a guest that leaves the session kvm2");
    }

    @Override
    public Result run(Call call) {
        Domain guest = call.domain(Guests.ACTIVE);
        MigrationFollower follower;
        try {
            Move move = move(call, guest);
            follower = new MigrationFollower(call, guest, move);
        } catch (RuntimeException failure) {
            guest.close();
            throw failure;
        }
        return follower.run();
    }

    private static Move move(Call call, Domain guest) {
        List<Move> moves = Moves.on(MigrationsCommand.open(call.workspace())).moves().stream()
                .filter(move -> move.uuid().equals(guest.uuid()))
                .toList();
        Optional<Move> leaving = moves.stream()
                .filter(move -> move.source().filter(call.session()::equals).isPresent())
                .findFirst();
        return leaving.orElseThrow(() -> elsewhere(call, guest.name(), moves));
    }

    private static CommandFailure elsewhere(Call call, String guest, List<Move> moves) {
        if (moves.isEmpty()) {
            return CommandFailure.of("%s is not being migrated", guest);
        }
        return moves.getFirst()
                .source()
                .map(source -> CommandFailure.of(
                        "%s comes from %s: migrate-watch %s",
                        guest, source.name(), MigrationSummary.address(call.workspace(), source, guest)))
                .orElseGet(() -> CommandFailure.of(
                        "%s is arriving here: only the host that it comes from can tell how far it is; connect to that",
                        guest));
    }
}
