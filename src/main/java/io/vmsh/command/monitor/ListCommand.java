package io.vmsh.command.monitor;

import static io.vmsh.spec.Group.MONITOR;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import io.vmsh.hypervisor.DomainFilter;
import io.vmsh.hypervisor.DomainSummary;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Spec;
import java.util.EnumSet;
import java.util.Set;

/** Lists guests with their states. */
final class ListCommand implements Command {
    private static final Flag INACTIVE = Flag.of("inactive", "only guests that are not active");
    private static final Flag ALL = Flag.of("all", "active and inactive guests");

    @Override
    public Spec spec() {
        return Spec.of("list", MONITOR, "list guests").takes(INACTIVE, ALL).example("list --all", "every guest");
    }

    @Override
    public Result run(Call call) {
        Result.RowsBuilder rows =
                Result.rows(new Column("Id", "id"), new Column("Name", "name"), new Column("State", "state"));
        for (DomainSummary domain : call.hypervisor().domains().list(filters(call))) {
            rows.row(
                    domain.active() ? Cell.of(domain.id()) : Cell.of("-", null),
                    Cell.of(domain.name()),
                    Cell.of(domain.state().label()));
        }
        return rows.table();
    }

    private static Set<DomainFilter> filters(Call call) {
        if (call.has(ALL)) {
            return EnumSet.of(DomainFilter.ACTIVE, DomainFilter.INACTIVE);
        }
        return EnumSet.of(call.has(INACTIVE) ? DomainFilter.INACTIVE : DomainFilter.ACTIVE);
    }
}
