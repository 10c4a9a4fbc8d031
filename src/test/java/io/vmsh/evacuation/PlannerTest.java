package io.vmsh.evacuation;

import static io.vmsh.evacuation.Evacuees.off;
import static io.vmsh.evacuation.Evacuees.room;
import static io.vmsh.evacuation.Evacuees.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.evacuation.Plan.Move;
import io.vmsh.evacuation.Plan.Stay;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Fit.Judge ALL_FIT = (guest, host) -> Fit.GOOD;

    @Test
    void theLargestAreFirstAndGoWhereMostIsLeft() {
        Plan plan =
                plan(ALL_FIT, List.of(room("a", 10), room("b", 10)), running("s", 1), running("l", 6), running("m", 4));
        assertThat(places(plan)).containsExactly("l a", "m b", "s b");
        assertThat(plan.stays()).isEmpty();
    }

    @Test
    void whatDoesNotFitStaysAndTheRestGoes() {
        Plan plan = plan(ALL_FIT, List.of(room("a", 4), room("b", 3)), running("big", 5), running("small", 2));
        assertThat(places(plan)).containsExactly("small a");
        assertThat(plan.stays())
                .extracting(Stay::why)
                .containsExactly(
                        "a: no room: it has 5120 MiB, 4096 MiB left; b: no room: it has 5120 MiB, 3072 MiB left");
    }

    @Test
    void memoryIsTakenOnce() {
        Plan plan = plan(ALL_FIT, List.of(room("a", 5)), running("one", 2), running("three", 2), running("two", 2));
        assertThat(places(plan)).containsExactly("one a", "three a");
        assertThat(plan.stays()).extracting(stay -> stay.guest().name()).containsExactly("two");
    }

    @Test
    void guestsThatAreOffComeLastAndTakeNoMemory() {
        Plan plan = plan(ALL_FIT, List.of(room("a", 3)), off("off", 64), running("on", 2));
        assertThat(places(plan)).containsExactly("on a", "off a");
    }

    @Test
    void processorsCountWhenTheyAreScarcer() {
        Room busy = new Room("busy", 64 * Evacuees.GIB, 60 * Evacuees.GIB, 4, 15);
        Room full = new Room("full", 64 * Evacuees.GIB, 30 * Evacuees.GIB, 4, 1);
        assertThat(places(plan(ALL_FIT, List.of(busy, full), running("web", 2))))
                .containsExactly("web full");
    }

    @Test
    void theLessIsDoubtfulTheBetter() {
        Fit.Judge judge = (guest, host) -> host.equals("a") ? new Fit(2, Optional.empty()) : Fit.GOOD;
        Plan plan = plan(judge, List.of(room("a", 64), room("b", 8)), running("web", 2));
        assertThat(places(plan)).containsExactly("web b");
    }

    @Test
    void reasonsThatAreAlikeAreToldOnce() {
        Fit.Judge judge = (guest, host) -> Fit.refused("storage: %s does not have the disk".formatted(host));
        Plan plan = plan(judge, List.of(room("kvm2", 8), room("kvm3", 8)), running("web", 2));
        assertThat(plan.stays())
                .extracting(Stay::why)
                .containsExactly("kvm2, kvm3: storage: it does not have the disk");
    }

    @Test
    void roomIsGivenBack() {
        Planner planner = new Planner(List.of(room("a", 3)), ALL_FIT);
        Evacuee one = running("one", 2);
        assertThat(planner.place(one, Set.of())).contains("a");
        assertThat(planner.place(running("two", 2), Set.of())).isEmpty();
        planner.release(one, "a");
        assertThat(planner.place(running("two", 2), Set.of())).contains("a");
    }

    @Test
    void patternsAreOfNames() {
        assertThat(List.of("web1", "db1", "db22", "webx"))
                .filteredOn(NamePattern.parse("web*,db?"))
                .containsExactly("web1", "db1", "webx");
        assertThat(NamePattern.parse("a.b").test("axb")).isFalse();
    }

    @Test
    void theLinkSetsThePace() {
        assertThat(Pace.jobs(OptionalLong.empty(), 3)).isEqualTo(2);
        assertThat(Pace.jobs(OptionalLong.of(1_000), 3)).isEqualTo(1);
        assertThat(Pace.jobs(OptionalLong.of(10_000), 3)).isEqualTo(2);
        assertThat(Pace.jobs(OptionalLong.of(25_000), 3)).isEqualTo(5);
        assertThat(Pace.jobs(OptionalLong.of(100_000), 1)).isEqualTo(2);
    }

    private static Plan plan(Fit.Judge judge, List<Room> rooms, Evacuee... guests) {
        return new Planner(rooms, judge).plan("kvm1", List.of(guests));
    }

    private static List<String> places(Plan plan) {
        return plan.moves().stream().map(PlannerTest::place).toList();
    }

    private static String place(Move move) {
        return move.guest().name() + " " + move.to();
    }
}
