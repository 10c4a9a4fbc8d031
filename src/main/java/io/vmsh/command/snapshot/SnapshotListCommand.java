package io.vmsh.command.snapshot;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.NameOrder;
import io.vmsh.hypervisor.Snapshot;
import io.vmsh.hypervisor.Snapshot.Details;
import io.vmsh.hypervisor.Snapshots.ListFlag;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists the snapshots of a guest. */
final class SnapshotListCommand implements Command {
    private static final Flag PARENT = Flag.of("parent", "with the snapshot that each was taken after");
    private static final Flag ROOTS = Flag.of("roots", "only those without a parent");
    private static final Flag LEAVES = Flag.of("leaves", "only those that none was taken after");
    private static final Flag NO_LEAVES = Flag.of("no-leaves", "only those that others were taken after");
    private static final Flag METADATA = Flag.of("metadata", "only those that libvirt remembers");
    private static final Flag NO_METADATA = Flag.of("no-metadata", "only those that libvirt does not remember");
    private static final Flag INACTIVE = Flag.of("inactive", "only those of the stopped guest");
    private static final Flag ACTIVE = Flag.of("active", "only those of the running guest, with its memory");
    private static final Flag DISK_ONLY = Flag.of("disk-only", "only those of its disks alone");
    private static final Flag INTERNAL = Flag.of("internal", "only those inside its images");
    private static final Flag EXTERNAL = Flag.of("external", "only those in files of their own");
    private static final Flag TREE = Flag.of("tree", "as a tree");
    private static final Opt<String> FROM =
            Opt.of("from", Value.SNAPSHOT, "only those that were taken right after this one");
    private static final Flag DESCENDANTS = Flag.of("descendants", "with --from: and after those, and so on");
    private static final Flag NAME = Flag.of("name", "names only");
    private static final Flag TOPOLOGICAL = Flag.of("topological", "parents before children");
    /** Filters that make no sense in a tree, in virsh's order. */
    private static final Map<Flag, ListFlag> NOT_IN_TREE = new LinkedHashMap<>();

    private static final Map<Flag, ListFlag> OTHERS = Map.of(
            TOPOLOGICAL, ListFlag.TOPOLOGICAL,
            ROOTS, ListFlag.ROOTS,
            METADATA, ListFlag.METADATA,
            NO_METADATA, ListFlag.NO_METADATA,
            DESCENDANTS, ListFlag.DESCENDANTS);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xx");

    static {
        NOT_IN_TREE.put(LEAVES, ListFlag.LEAVES);
        NOT_IN_TREE.put(NO_LEAVES, ListFlag.NO_LEAVES);
        NOT_IN_TREE.put(INACTIVE, ListFlag.INACTIVE);
        NOT_IN_TREE.put(ACTIVE, ListFlag.ACTIVE);
        NOT_IN_TREE.put(DISK_ONLY, ListFlag.DISK_ONLY);
        NOT_IN_TREE.put(INTERNAL, ListFlag.INTERNAL);
        NOT_IN_TREE.put(EXTERNAL, ListFlag.EXTERNAL);
    }

    @Override
    public Spec spec() {
        return Spec.of("snapshot-list", Group.SNAPSHOT, "list the snapshots of a guest")
                .takes(
                        ChosenSnapshot.DOMAIN,
                        PARENT,
                        ROOTS,
                        LEAVES,
                        NO_LEAVES,
                        METADATA,
                        NO_METADATA,
                        INACTIVE,
                        ACTIVE,
                        DISK_ONLY,
                        INTERNAL,
                        EXTERNAL,
                        TREE,
                        FROM,
                        ChosenSnapshot.CURRENT,
                        DESCENDANTS,
                        NAME,
                        TOPOLOGICAL)
                .example("snapshot-list web1 --parent", "names, times, states, and what each was taken after")
                .example("snapshot-list web1 --tree", "the same as a tree");
    }

    @Override
    public Result run(Call call) {
        call.exclusive(TREE, NAME);
        call.exclusive(PARENT, ROOTS);
        call.exclusive(PARENT, TREE);
        call.exclusive(ROOTS, TREE);
        call.exclusive(ROOTS, FROM);
        call.exclusive(ROOTS, ChosenSnapshot.CURRENT);
        Set<ListFlag> flags = flags(call);
        try (Domain domain = call.domain(ChosenSnapshot.DOMAIN)) {
            if (!call.has(FROM) && !call.has(ChosenSnapshot.CURRENT)) {
                return result(call, domain.snapshots().list(flags), null);
            }
            try (Snapshot from = ChosenSnapshot.of(call, domain, FROM)) {
                return result(call, from.children(flags), from);
            }
        }
    }

    private static Set<ListFlag> flags(Call call) {
        Set<ListFlag> flags = EnumSet.noneOf(ListFlag.class);
        NOT_IN_TREE.forEach((option, flag) -> {
            if (call.has(option) && call.has(TREE)) {
                throw CommandFailure.of("--%s and --tree are mutually exclusive", option.name());
            }
            if (call.has(option)) {
                flags.add(flag);
            }
        });
        boolean from = call.has(FROM) || call.has(ChosenSnapshot.CURRENT);
        if (call.has(DESCENDANTS) && !from) {
            throw CommandFailure.of("--descendants requires either --from or --current");
        }
        flags.addAll(call.chosen(OTHERS));
        return flags;
    }

    /** Shows what was listed, and frees it. */
    private static Result result(Call call, List<Snapshot> snapshots, @Nullable Snapshot from) {
        try {
            if (call.has(TREE)) {
                return tree(call, snapshots, from);
            }
            List<Snapshot> inOrder = new ArrayList<>(snapshots);
            if (!call.has(TOPOLOGICAL)) {
                inOrder.sort(NameOrder.by(Snapshot::name));
            }
            return call.has(NAME) ? names(inOrder) : table(call, inOrder);
        } finally {
            snapshots.forEach(Snapshot::close);
        }
    }

    private static Result names(List<Snapshot> snapshots) {
        Result.RowsBuilder rows = Result.rows(new Column("Name", "name"));
        snapshots.forEach(snapshot -> rows.row(Cell.of(snapshot.name())));
        return rows.lines("%s");
    }

    private static Result table(Call call, List<Snapshot> snapshots) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("Name", "name"), new Column("Creation Time", "created"), new Column("State", "state")));
        if (call.has(PARENT)) {
            columns.add(new Column("Parent", "parent"));
        }
        Result.RowsBuilder rows = Result.rows(columns.toArray(Column[]::new));
        for (Snapshot snapshot : snapshots) {
            Details details = snapshot.details();
            Instant created = details.created();
            // virsh leaves these out, too: there is nothing to tell about them.
            if (details.state() == null || created == null) {
                continue;
            }
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.of(snapshot.name()),
                    Cell.of(TIME.format(created.atZone(ZoneId.systemDefault())), created.toString()),
                    Cell.of(details.state())));
            if (call.has(PARENT)) {
                row.add(Cell.of(details.parent() == null ? "" : details.parent(), details.parent()));
            }
            rows.row(row.toArray(Cell[]::new));
        }
        return rows.table();
    }

    /** With the one it starts from, as the root. */
    private static Result tree(Call call, List<Snapshot> snapshots, @Nullable Snapshot from) {
        List<SnapshotTree.Entry> entries = new ArrayList<>();
        snapshots.forEach(snapshot -> entries.add(new SnapshotTree.Entry(snapshot.name(), snapshot.parent())));
        if (from != null) {
            entries.add(new SnapshotTree.Entry(from.name(), null));
        }
        if (!call.has(TOPOLOGICAL)) {
            entries.sort(NameOrder.by(SnapshotTree.Entry::name));
        }
        return new Result.Document(SnapshotTree.draw(entries), SnapshotTree.data(entries));
    }
}
