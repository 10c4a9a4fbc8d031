package io.vmsh.command.pool;

import io.vmsh.command.ByteSize;
import io.vmsh.command.Call;
import io.vmsh.command.CommaList;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Padding;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import io.vmsh.command.YesOrNo;
import io.vmsh.hypervisor.ObjectName;
import io.vmsh.hypervisor.PoolDetails;
import io.vmsh.hypervisor.PoolFilter;
import io.vmsh.hypervisor.PoolInfo;
import io.vmsh.hypervisor.PoolSelection;
import io.vmsh.hypervisor.PoolSummary;
import io.vmsh.hypervisor.PoolType;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Lists storage pools. */
final class PoolListCommand implements Command {
    private static final Flag INACTIVE = Flag.of("inactive", "only pools that are not active");
    private static final Flag ALL = Flag.of("all", "active and inactive pools");
    private static final Flag TRANSIENT = Flag.of("transient", "only pools without a lasting definition");
    private static final Flag PERSISTENT = Flag.of("persistent", "only pools with a lasting definition");
    private static final Flag AUTOSTART = Flag.of("autostart", "only pools that start with the host");
    private static final Flag NO_AUTOSTART = Flag.of("no-autostart", "only pools that do not start with the host");
    private static final Opt<String> TYPE =
            Opt.of("type", Value.listOf(PoolType.labels()), "only pools of these types, separated by commas");
    private static final Flag DETAILS = Flag.of("details", "with state and sizes");
    private static final Flag UUID = Flag.of("uuid", "UUIDs only");
    private static final Flag NAME = Flag.of("name", "names only");

    private static final Column NAME_COLUMN = new Column("Name", "name");
    private static final Column UUID_COLUMN = new Column("UUID", "uuid");
    private static final Column STATE_COLUMN = new Column("State", "state");
    private static final Column AUTOSTART_COLUMN = new Column("Autostart", "autostart");
    /** virsh pads names to this many bytes. */
    private static final int NAME_BYTES = 20;

    @Override
    public Spec spec() {
        return Spec.of("pool-list", Group.POOL, "list storage pools")
                .takes(INACTIVE, ALL, TRANSIENT, PERSISTENT, AUTOSTART, NO_AUTOSTART, TYPE, DETAILS, UUID, NAME)
                .describedAs("Shows active pools unless told otherwise. Costs the same three calls however many pools"
                        + " there are; with --details one more a pool.")
                .example("pool-list --all --details", "every pool with its sizes")
                .example("pool-list --all --name --type dir,netfs", "the names of pools of two types");
    }

    @Override
    public boolean glances() {
        return true;
    }

    @Override
    public Result run(Call call) {
        call.exclusive(DETAILS, UUID);
        call.exclusive(DETAILS, NAME);
        PoolSelection selection = new PoolSelection(filters(call), types(call));
        return CommandFailure.saying("Failed to list pools", () -> {
            if (call.has(DETAILS)) {
                return details(call, call.hypervisor().pools().details(selection));
            }
            if (call.has(UUID) || call.has(NAME)) {
                return names(call, call.hypervisor().pools().names(selection));
            }
            return summaries(call.hypervisor().pools().list(selection));
        });
    }

    private static Set<PoolFilter> filters(Call call) {
        Set<PoolFilter> filters = EnumSet.of(call.has(INACTIVE) ? PoolFilter.INACTIVE : PoolFilter.ACTIVE);
        if (call.has(ALL)) {
            filters.addAll(EnumSet.of(PoolFilter.ACTIVE, PoolFilter.INACTIVE));
        }
        if (call.has(AUTOSTART)) {
            filters.add(PoolFilter.AUTOSTART);
        }
        if (call.has(NO_AUTOSTART)) {
            filters.add(PoolFilter.NO_AUTOSTART);
        }
        if (call.has(PERSISTENT)) {
            filters.add(PoolFilter.PERSISTENT);
        }
        if (call.has(TRANSIENT)) {
            filters.add(PoolFilter.TRANSIENT);
        }
        return filters;
    }

    private static Set<PoolType> types(Call call) {
        Set<PoolType> types = EnumSet.noneOf(PoolType.class);
        for (String word : call.find(TYPE).map(CommaList::split).orElse(List.of())) {
            types.add(PoolType.of(word).orElseThrow(() -> CommandFailure.of("Invalid pool type '%s'", word)));
        }
        return types;
    }

    private static Result summaries(List<PoolSummary> pools) {
        Result.RowsBuilder rows = Result.rows(NAME_COLUMN, STATE_COLUMN, AUTOSTART_COLUMN);
        for (PoolSummary pool : pools) {
            rows.row(
                    Cell.of(pool.name()),
                    Cell.of(pool.active() ? "active" : "inactive"),
                    YesOrNo.cell(pool.autostart()));
        }
        return rows.table();
    }

    private static Result names(Call call, List<ObjectName> pools) {
        if (call.has(UUID) && call.has(NAME)) {
            Result.RowsBuilder rows = Result.rows(UUID_COLUMN, NAME_COLUMN);
            pools.forEach(pool -> rows.row(Cell.of(pool.uuid()), paddedName(pool)));
            return rows.lines("%s %s");
        }
        Result.RowsBuilder rows = Result.rows(call.has(UUID) ? UUID_COLUMN : NAME_COLUMN);
        pools.forEach(pool -> rows.row(call.has(UUID) ? Cell.of(pool.uuid()) : paddedName(pool)));
        return rows.lines("%s");
    }

    private static Cell paddedName(ObjectName pool) {
        return Cell.of(Padding.toBytes(pool.name(), NAME_BYTES), pool.name());
    }

    private static Result details(Call call, List<PoolDetails> pools) {
        Result.RowsBuilder rows = Result.rows(
                NAME_COLUMN,
                STATE_COLUMN,
                AUTOSTART_COLUMN,
                new Column("Persistent", "persistent"),
                new Column("Capacity", "capacity"),
                new Column("Allocation", "allocation"),
                new Column("Available", "available"));
        for (PoolDetails pool : pools) {
            PoolInfo info = pool.info();
            if (info == null) {
                call.dialog().say("error: Could not retrieve pool information");
            }
            rows.row(
                    Cell.of(pool.name()),
                    info == null ? unknown() : Cell.of(info.state().label()),
                    YesOrNo.cell(pool.autostart()),
                    YesOrNo.cell(pool.persistent()),
                    info == null ? unknown() : size(info, info.capacity()),
                    info == null ? unknown() : size(info, info.allocation()),
                    info == null ? unknown() : size(info, info.available()));
        }
        return rows.table();
    }

    private static Cell unknown() {
        return Cell.of("unknown", null);
    }

    private static Cell size(PoolInfo info, long bytes) {
        return info.state().hasSizes() ? Cell.of(ByteSize.text(bytes), ByteSize.unsigned(bytes)) : Cell.of("-", null);
    }
}
