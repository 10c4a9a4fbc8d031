package io.vmsh.command.guide;

import io.vmsh.advice.ExitCode;
import io.vmsh.command.ByteSize;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import io.vmsh.guide.PoolComparison;
import io.vmsh.guide.PoolSide;
import io.vmsh.session.Selector;
import io.vmsh.session.Session;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.List;

/** Compares a pool on several hosts. */
final class PoolCheckCommand implements Command {
    private static final Arg<Address> POOL = Arg.of("pool", Value.POOL, "name of the pool");
    private static final Opt<String> ON = Opt.of("on", Value.SELECTOR, "the sessions whose pools are compared")
            .named()
            .mandatory();

    @Override
    public Spec spec() {
        return Spec.of("pool-check", Group.MIGRATION, "look whether a pool is the same on several hosts")
                .takes(POOL, ON)
                .local()
                .describedAs(
                        "Compares type, source, target and capacity. Then, in a pool of files, a small file is written on"
                                + " the first host, looked for on the others and deleted again; in other pools the volumes'"
                                + " serial numbers and UUIDs are compared. Exit code 4 when it is not the same.")
                .example("pool-check images --on kvm1,kvm2", "a row a host, and whether they are one");
    }

    @Override
    public Result run(Call call) {
        String name = call.name(call.get(POOL));
        List<Session> sessions =
                Selector.parse(call.find(ON).orElseThrow()).in(call.workspace().sessions());
        PoolComparison comparison = PoolComparison.of(name, sessions);
        Result.RowsBuilder rows = Result.rows(
                new Column("Host", "host"),
                new Column("State", "state"),
                new Column("Type", "type"),
                new Column("Source", "source"),
                new Column("Target", "target"),
                new Column("Capacity", "capacity"));
        comparison
                .sides()
                .forEach(side -> rows.row(
                        Cell.of(side.session()),
                        Cell.of(side.active() ? "active" : side.problem()),
                        text(side.type()),
                        text(side.source()),
                        text(side.target()),
                        capacity(side)));
        if (!comparison.differences().isEmpty()) {
            throw CommandFailure.of("pool %s is not the same: %s", name, String.join("; ", comparison.differences()))
                    .after(rows.table())
                    .exiting(ExitCode.BLOCKED);
        }
        return Result.of(rows.table(), Result.done("The same everywhere: %s", comparison.proof()));
    }

    private static Cell text(String text) {
        return text.isEmpty() ? Cell.of("-", null) : Cell.of(text);
    }

    private static Cell capacity(PoolSide side) {
        return side.active() ? Cell.of(ByteSize.text(side.capacity()), side.capacity()) : Cell.of("-", null);
    }
}
