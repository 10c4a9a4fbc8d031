package io.vmsh.evacuation;

import static io.vmsh.evacuation.Evacuees.room;
import static io.vmsh.evacuation.Evacuees.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.evacuation.Plan.Move;
import io.vmsh.evacuation.Plan.Stay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    @Test
    void twoPerTargetAndSoManyAtAll() {
        assertThat(started(dispatcher(9, 0, 5, "a"))).hasSize(2);
        assertThat(started(dispatcher(9, 0, 5, "a", "b"))).hasSize(4);
        Dispatcher three = dispatcher(3, 0, 5, "a", "b");
        List<Move> first = started(three);
        assertThat(first).hasSize(3);
        three.over(first.getFirst());
        assertThat(started(three)).hasSize(1);
        assertThat(three.done()).isFalse();
    }

    @Test
    void whatFailsIsTriedElsewhereSoManyTimes() {
        Dispatcher dispatcher = dispatcher(1, 1, 1, "a", "b", "c");
        Move first = dispatcher.next().orElseThrow();
        Move second = dispatcher.failed(first, "a: no").orElseThrow();
        assertThat(second.to()).isNotEqualTo(first.to());
        assertThat(dispatcher.next()).contains(second);
        assertThat(dispatcher.failed(second, "b: no")).isEmpty();
        assertThat(dispatcher.stays()).extracting(Stay::why).containsExactly("b: no");
        assertThat(dispatcher.done()).isTrue();
    }

    @Test
    void withoutAnotherTargetItStays() {
        Dispatcher dispatcher = dispatcher(1, 5, 1, "a");
        assertThat(dispatcher.failed(dispatcher.next().orElseThrow(), "a: no")).isEmpty();
        assertThat(dispatcher.stays()).hasSize(1);
    }

    @Test
    void aTargetThatIsGoneIsNotTriedAgain() {
        Dispatcher dispatcher = dispatcher(2, 0, 4, "a", "b");
        List<Move> first = started(dispatcher);
        Move dead =
                first.stream().filter(move -> move.to().equals("a")).findFirst().orElseThrow();
        dispatcher.gone("a", "a does not answer");
        dispatcher.failed(dead, "a: lost");
        first.stream().filter(move -> !move.equals(dead)).forEach(dispatcher::over);
        List<Move> rest = new ArrayList<>();
        for (Optional<Move> next = dispatcher.next(); next.isPresent(); next = dispatcher.next()) {
            rest.add(next.get());
            dispatcher.over(next.get());
        }
        assertThat(rest).extracting(Move::to).containsOnly("b").hasSize(2);
        assertThat(dispatcher.stays()).extracting(Stay::why).containsExactly("a: lost");
    }

    @Test
    void nothingStartsAfterAStop() {
        Dispatcher dispatcher = dispatcher(1, 3, 3, "a", "b");
        Move running = dispatcher.next().orElseThrow();
        dispatcher.stop("interrupted");
        assertThat(dispatcher.next()).isEmpty();
        assertThat(dispatcher.failed(running, "a: no")).isEmpty();
        assertThat(dispatcher.stays()).extracting(Stay::why).containsExactly("interrupted", "interrupted", "a: no");
        assertThat(dispatcher.done()).isTrue();
    }

    private static Dispatcher dispatcher(int jobs, int retries, int guests, String... hosts) {
        List<Room> rooms = new ArrayList<>();
        for (String host : hosts) {
            rooms.add(room(host, 64));
        }
        List<Evacuee> all = new ArrayList<>();
        for (int i = 0; i < guests; i++) {
            all.add(running("g" + i, 1));
        }
        Planner planner = new Planner(rooms, (guest, host) -> Fit.GOOD);
        return new Dispatcher(planner.plan("kvm1", all), planner, jobs, retries);
    }

    private static List<Move> started(Dispatcher dispatcher) {
        List<Move> started = new ArrayList<>();
        for (Optional<Move> next = dispatcher.next(); next.isPresent(); next = dispatcher.next()) {
            started.add(next.get());
        }
        return started;
    }
}
