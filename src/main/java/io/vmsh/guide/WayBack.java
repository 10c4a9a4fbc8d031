package io.vmsh.guide;

import io.vmsh.guide.Ledger.Entry;
import io.vmsh.guide.StepResult.State;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.probe.Host;
import io.vmsh.probe.HostException;
import io.vmsh.session.CannotConnectException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Takes back what a guide has changed, the last first; what has a daemon read its configuration again comes after all of
 * that, once. What fails is kept in the ledger for another time.
 */
public final class WayBack {
    private final Ledger ledger;
    private final Statements statements;
    private final Function<String, Host> hosts;

    /**
     * A way back.
     *
     * @param hosts the host of a place
     */
    public WayBack(Ledger ledger, Statements statements, Function<String, Host> hosts) {
        this.ledger = ledger;
        this.statements = statements;
        this.hosts = hosts;
    }

    /**
     * Walks it.
     *
     * @param places those to take changes back on
     * @param over told of each change as it is over
     */
    public List<StepResult> walk(Predicate<String> places, Consumer<StepResult> over) {
        List<StepResult> results = new ArrayList<>();
        Set<String> unreachable = new HashSet<>();
        List<Entry> entries = ledger.entries().reversed().stream()
                .filter(entry -> places.test(entry.place()))
                .toList();
        Set<List<Object>> again = new HashSet<>();
        for (boolean last : List.of(false, true)) {
            for (Entry entry : entries) {
                if (entry.undo().last() != last) {
                    continue;
                }
                if (last && !again.add(List.of(entry.place(), entry.undo()))) {
                    ledger.forget(entry.id());
                    continue;
                }
                StepResult result = unreachable.contains(entry.place())
                        ? result(entry, State.WAITING, "%s cannot be reached".formatted(entry.place()))
                        : take(entry, unreachable);
                results.add(result);
                over.accept(result);
            }
        }
        return List.copyOf(results);
    }

    private StepResult take(Entry entry, Set<String> unreachable) {
        try {
            String told = entry.undo().take(() -> hosts.apply(entry.place()), statements);
            ledger.forget(entry.id());
            return result(entry, State.UNDONE, told);
        } catch (HostException failure) {
            if (failure.kind() == HostException.Kind.UNREACHABLE) {
                unreachable.add(entry.place());
                return result(entry, State.FAILED, failure.sentence());
            }
            return failed(entry, failure);
        } catch (GuideException | HypervisorException | CannotConnectException failure) {
            return failed(entry, failure);
        }
    }

    /** What was never made, as far as is known, need not be possible to take back. */
    private StepResult failed(Entry entry, RuntimeException failure) {
        if (!entry.finished()) {
            ledger.forget(entry.id());
            return result(entry, State.UNDONE, "it had not been done: " + Walk.sentence(failure));
        }
        return result(entry, State.FAILED, Walk.sentence(failure));
    }

    private static StepResult result(Entry entry, State state, String told) {
        return new StepResult(entry.place(), entry.what(), state, told, List.of());
    }
}
