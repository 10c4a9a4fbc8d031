package io.vmsh.command.network;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import io.vmsh.command.YesOrNo;
import io.vmsh.hypervisor.NetworkFilter;
import io.vmsh.hypervisor.NetworkSummary;
import io.vmsh.hypervisor.Networks;
import io.vmsh.hypervisor.ObjectName;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lists virtual networks. */
final class NetListCommand implements Command {
    private static final Flag INACTIVE = Flag.of("inactive", "only networks that are not active");
    private static final Flag ALL = Flag.of("all", "active and inactive networks");
    private static final Flag PERSISTENT = Flag.of("persistent", "only networks with a lasting definition");
    private static final Flag TRANSIENT = Flag.of("transient", "only networks without a lasting definition");
    private static final Flag AUTOSTART = Flag.of("autostart", "only networks that start with the host");
    private static final Flag NO_AUTOSTART = Flag.of("no-autostart", "only networks that do not start with the host");
    private static final Flag UUID = Flag.of("uuid", "UUIDs only");
    private static final Flag NAME = Flag.of("name", "names only");
    private static final Flag TABLE = Flag.of("table", "as a table, which is the default");

    private static final Map<Flag, NetworkFilter> FILTERS = Map.of(
            PERSISTENT, NetworkFilter.PERSISTENT,
            TRANSIENT, NetworkFilter.TRANSIENT,
            AUTOSTART, NetworkFilter.AUTOSTART,
            NO_AUTOSTART, NetworkFilter.NO_AUTOSTART);

    @Override
    public Spec spec() {
        return Spec.of("net-list", Group.NETWORK, "list virtual networks")
                .takes(INACTIVE, ALL, PERSISTENT, TRANSIENT, AUTOSTART, NO_AUTOSTART, UUID, NAME, TABLE)
                .describedAs(
                        "Shows active networks unless told otherwise. Costs the same four calls however many networks"
                                + " there are; names or UUIDs alone cost one.")
                .example("net-list --all", "every network with its state")
                .example("net-list --all --name", "their names only, for scripts");
    }

    @Override
    public boolean glances() {
        return true;
    }

    @Override
    public Result run(Call call) {
        if (Stream.of(TABLE, NAME, UUID).filter(call::has).count() > 1) {
            throw CommandFailure.of("Only one argument from --table, --name and --uuid may be specified.");
        }
        return CommandFailure.saying("Failed to list networks", () -> {
            Networks networks = call.hypervisor().networks();
            Set<NetworkFilter> filters = filters(call);
            if (call.has(NAME)) {
                return lines(networks.names(filters), new Column("Name", "name"), ObjectName::name);
            }
            if (call.has(UUID)) {
                return lines(networks.names(filters), new Column("UUID", "uuid"), ObjectName::uuid);
            }
            return table(networks.list(filters));
        });
    }

    private static Set<NetworkFilter> filters(Call call) {
        Set<NetworkFilter> filters = EnumSet.of(call.has(INACTIVE) ? NetworkFilter.INACTIVE : NetworkFilter.ACTIVE);
        if (call.has(ALL)) {
            filters.addAll(EnumSet.of(NetworkFilter.ACTIVE, NetworkFilter.INACTIVE));
        }
        filters.addAll(call.chosen(FILTERS));
        return filters;
    }

    private static Result lines(List<ObjectName> networks, Column column, Function<ObjectName, String> text) {
        Result.RowsBuilder rows = Result.rows(column);
        networks.forEach(network -> rows.row(Cell.of(text.apply(network))));
        return rows.lines("%s");
    }

    private static Result table(List<NetworkSummary> networks) {
        Result.RowsBuilder rows = Result.rows(
                new Column("Name", "name"),
                new Column("State", "state"),
                new Column("Autostart", "autostart"),
                new Column("Persistent", "persistent"));
        for (NetworkSummary network : networks) {
            rows.row(
                    Cell.of(network.name()),
                    Cell.of(network.active() ? "active" : "inactive"),
                    YesOrNo.cell(network.autostart()),
                    YesOrNo.cell(network.persistent()));
        }
        return rows.table();
    }
}
