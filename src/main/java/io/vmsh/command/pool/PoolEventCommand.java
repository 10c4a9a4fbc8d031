package io.vmsh.command.pool;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.EventWait;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.PoolEvent;
import io.vmsh.hypervisor.PoolEventKind;
import io.vmsh.spec.Address;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Waits for events of pools and shows them as they come. */
final class PoolEventCommand implements Command {
    private static final Opt<Address> POOL = Opt.of("pool", Value.POOL, "only events of this pool");
    private static final Opt<String> EVENT =
            Opt.of("event", Value.oneOf(PoolEventKind.labels()), "kind of events to wait for");
    private static final Flag LIST = Flag.of("list", "show the kinds of events");

    @Override
    public Spec spec() {
        return Spec.of("pool-event", Group.POOL, "wait for events of storage pools")
                .takes(POOL, EVENT, EventWait.LOOP, EventWait.TIMEOUT, LIST, EventWait.TIMESTAMP)
                .describedAs("Ends with the first event, or with --loop when the time is up or Ctrl-C is pressed.")
                .example("pool-event --event lifecycle --timeout 60", "the next pool that starts or stops")
                .example("pool-event images --event refresh --loop --timestamp", "each refresh of one pool");
    }

    @Override
    public Result run(Call call) {
        if (call.has(LIST)) {
            Result.RowsBuilder rows = Result.rows(new Column("Event", "event"));
            for (String kind : PoolEventKind.labels()) {
                rows.row(Cell.of(kind));
            }
            return rows.lines("%s");
        }
        String word =
                call.find(EVENT).orElseThrow(() -> CommandFailure.of("either --list or --event <type> is required"));
        PoolEventKind kind = PoolEventKind.of(word).orElseThrow(() -> CommandFailure.of("unknown event type %s", word));
        EventWait<PoolEvent> wait = new EventWait<>(call, PoolEventCommand::line, PoolEventCommand::data);
        try (Pool pool = call.find(POOL).map(address -> call.pool(POOL)).orElse(null)) {
            return wait.listen(listener -> call.hypervisor().pools().listen(kind, pool, listener));
        }
    }

    private static String line(PoolEvent event) {
        String start = "event '%s' for storage pool %s".formatted(event.kind().label(), event.pool());
        PoolEvent.Change change = event.change();
        return change == null ? start : start + ": " + change.label();
    }

    private static Map<String, @Nullable Object> data(PoolEvent event) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("event", event.kind().label());
        data.put("pool", event.pool());
        PoolEvent.Change change = event.change();
        if (change != null) {
            data.put("change", change.label());
        }
        return data;
    }
}
