package io.vmsh.command.monitor;

import static io.vmsh.spec.Group.MONITOR;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import io.vmsh.hypervisor.DomainFilter;
import io.vmsh.hypervisor.DomainName;
import io.vmsh.hypervisor.DomainState;
import io.vmsh.hypervisor.DomainSummary;
import io.vmsh.hypervisor.Domains;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Spec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists guests with their states. */
final class ListCommand implements Command {
    private static final Flag INACTIVE = Flag.of("inactive", "only guests that are not active");
    private static final Flag ALL = Flag.of("all", "active and inactive guests");
    private static final Flag STATE_SHUTOFF = Flag.of("state-shutoff", "guests that are shut off");
    private static final Map<Flag, DomainFilter> FILTERS = filters();

    private static final Flag UUID = Flag.of("uuid", "UUIDs only");
    private static final Flag NAME = Flag.of("name", "names only");
    private static final Flag ID = Flag.of("id", "ids only");
    private static final Flag TABLE = Flag.of("table", "as a table, which is the default");
    private static final Flag MANAGED_SAVE = Flag.of("managed-save", "tell guests with a saved state from others");
    private static final Flag TITLE = Flag.of("title", "titles too");

    private static final Column ID_COLUMN = new Column("Id", "id");
    private static final Column NAME_COLUMN = new Column("Name", "name");
    private static final Column UUID_COLUMN = new Column("UUID", "uuid");

    private static Map<Flag, DomainFilter> filters() {
        Map<Flag, DomainFilter> filters = new LinkedHashMap<>();
        filters.put(Flag.of("transient", "guests without a definition"), DomainFilter.TRANSIENT);
        filters.put(Flag.of("persistent", "guests with a definition"), DomainFilter.PERSISTENT);
        filters.put(Flag.of("with-snapshot", "guests that have snapshots"), DomainFilter.HAS_SNAPSHOT);
        filters.put(Flag.of("without-snapshot", "guests without snapshots"), DomainFilter.NO_SNAPSHOT);
        filters.put(Flag.of("with-checkpoint", "guests that have checkpoints"), DomainFilter.HAS_CHECKPOINT);
        filters.put(Flag.of("without-checkpoint", "guests without checkpoints"), DomainFilter.NO_CHECKPOINT);
        filters.put(Flag.of("state-running", "guests that run"), DomainFilter.RUNNING);
        filters.put(Flag.of("state-paused", "guests that stand still"), DomainFilter.PAUSED);
        filters.put(STATE_SHUTOFF, DomainFilter.SHUTOFF);
        filters.put(Flag.of("state-other", "guests in any other state"), DomainFilter.OTHER);
        filters.put(Flag.of("autostart", "guests that start with the host"), DomainFilter.AUTOSTART);
        filters.put(Flag.of("no-autostart", "guests that do not start with the host"), DomainFilter.NO_AUTOSTART);
        filters.put(Flag.of("with-managed-save", "guests with a saved state"), DomainFilter.MANAGEDSAVE);
        filters.put(Flag.of("without-managed-save", "guests without a saved state"), DomainFilter.NO_MANAGEDSAVE);
        return filters;
    }

    @Override
    public Spec spec() {
        List<Parameter> parameters = new ArrayList<>(List.of(INACTIVE, ALL));
        parameters.addAll(FILTERS.keySet());
        parameters.addAll(List.of(UUID, NAME, ID, TABLE, MANAGED_SAVE, TITLE));
        return Spec.of("list", MONITOR, "list guests")
                .takes(parameters.toArray(Parameter[]::new))
                .example("list --all", "every guest")
                .example("list --all --name", "their names only, for scripts");
    }

    @Override
    public boolean glances() {
        return true;
    }

    @Override
    public Result run(Call call) {
        call.exclusive(TABLE, NAME);
        call.exclusive(TABLE, UUID);
        call.exclusive(TABLE, ID);
        Set<DomainFilter> filters = chosen(call);
        Domains domains = call.hypervisor().domains();
        boolean table = call.has(TABLE) || !(call.has(UUID) || call.has(NAME) || call.has(ID));
        return CommandFailure.saying(
                "Failed to list domains",
                () -> table ? table(call, domains, filters) : words(call, domains.names(filters)));
    }

    private static Set<DomainFilter> chosen(Call call) {
        Set<DomainFilter> filters = EnumSet.noneOf(DomainFilter.class);
        filters.addAll(call.chosen(FILTERS));
        boolean inactive = call.has(INACTIVE) || call.has(STATE_SHUTOFF);
        if (call.has(ALL) || inactive) {
            filters.add(DomainFilter.INACTIVE);
        }
        if (call.has(ALL) || !inactive) {
            filters.add(DomainFilter.ACTIVE);
        }
        return filters;
    }

    private static Result table(Call call, Domains domains, Set<DomainFilter> filters) {
        List<Column> columns = new ArrayList<>(List.of(ID_COLUMN, NAME_COLUMN, new Column("State", "state")));
        if (call.has(TITLE)) {
            columns.add(new Column("Title", "title"));
        }
        Set<String> saved = call.has(MANAGED_SAVE) ? saved(domains) : Set.of();
        Result.RowsBuilder rows = Result.rows(columns.toArray(Column[]::new));
        for (DomainSummary domain : domains.list(filters, call.has(TITLE))) {
            boolean sleeps = domain.state() == DomainState.SHUT_OFF && saved.contains(domain.uuid());
            List<Cell> cells = new ArrayList<>(List.of(
                    id(domain.id()),
                    Cell.of(domain.name()),
                    Cell.of(sleeps ? "saved" : domain.state().label())));
            if (call.has(TITLE)) {
                cells.add(Cell.of(domain.title()));
            }
            rows.row(cells.toArray(Cell[]::new));
        }
        return rows.table();
    }

    /** UUIDs of the guests with a saved state, in one call; none where the hypervisor saves no states. */
    private static Set<String> saved(Domains domains) {
        try {
            return domains.names(EnumSet.of(DomainFilter.INACTIVE, DomainFilter.MANAGEDSAVE)).stream()
                    .map(DomainName::uuid)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (HypervisorException unsupported) {
            return Set.of();
        }
    }

    /** One line a guest, with UUID, id and name as far as they are asked for. */
    private static Result words(Call call, List<DomainName> domains) {
        boolean idsOnly = !call.has(UUID) && !call.has(NAME);
        List<Column> columns = new ArrayList<>();
        addIf(columns, call.has(UUID), UUID_COLUMN);
        addIf(columns, call.has(ID), ID_COLUMN);
        addIf(columns, call.has(NAME), NAME_COLUMN);
        Result.RowsBuilder rows = Result.rows(columns.toArray(Column[]::new));
        for (DomainName domain : domains) {
            if (idsOnly && !domain.active()) {
                continue;
            }
            List<Cell> cells = new ArrayList<>();
            addIf(cells, call.has(UUID), Cell.of(domain.uuid()));
            addIf(cells, call.has(ID), id(domain.id()));
            addIf(cells, call.has(NAME), Cell.of(domain.name()));
            rows.row(cells.toArray(Cell[]::new));
        }
        return rows.lines(columns.stream().map(column -> "%s").collect(Collectors.joining(" ")));
    }

    private static <T> void addIf(List<T> list, boolean wanted, T item) {
        if (wanted) {
            list.add(item);
        }
    }

    private static Cell id(int id) {
        return id == -1 ? Cell.of("-", null) : Cell.of(id);
    }
}
