package io.vmsh.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.hypervisor.DomainState;
import io.vmsh.hypervisor.DomainStatus;
import io.vmsh.hypervisor.JobOperation;
import io.vmsh.recovery.Recovery.Situation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final DomainStatus RUNNING = new DomainStatus(DomainState.RUNNING, 1);
    private static final DomainStatus CRASHED = new DomainStatus(DomainState.SHUT_OFF, 3);
    private static final DomainStatus MOVED = new DomainStatus(DomainState.SHUT_OFF, 4);
    private static final DomainStatus DESTROYED = new DomainStatus(DomainState.SHUT_OFF, 2);

    private static DomainStatus paused(int reason) {
        return new DomainStatus(DomainState.PAUSED, reason);
    }

    private static Sight has(String session, DomainStatus status, boolean defined) {
        return has(session, status, defined, Optional.empty(), false);
    }

    private static Sight has(
            String session, DomainStatus status, boolean defined, Optional<JobOperation> job, boolean moves) {
        boolean active = status.state() != DomainState.SHUT_OFF;
        return new Sight(
                session,
                "",
                Optional.of(new Copy("web1", "u", defined, active, status, job, moves, false)),
                Optional.of(active ? List.of(7) : List.of()),
                List.of());
    }

    private static Sight nothing(String session) {
        return new Sight(session, "", Optional.empty(), Optional.of(List.of()), List.of());
    }

    /** Libvirt does not answer; the host tells of processes, or, when null, nothing. */
    private static Sight silent(String session, List<Integer> processes) {
        return new Sight(session, "refused", Optional.empty(), Optional.ofNullable(processes), List.of());
    }

    private static List<String> statements(List<Remedy> remedies) {
        return remedies.stream().flatMap(remedy -> remedy.statements().stream()).toList();
    }

    private static void startsNothing(Recovery recovery) {
        assertThat(Stream.concat(statements(recovery.steps()).stream(), statements(recovery.choices()).stream()))
                .noneMatch(statement -> statement.startsWith("start ") || statement.startsWith("resume "));
    }

    @Test
    void oneCopyThatIsKeptIsWell() {
        Recovery clean = Judge.of("web1", List.of(has("kvm1", RUNNING, true), nothing("kvm2")));
        assertThat(clean.situation()).isEqualTo(Situation.CLEAN);
        assertThat(clean.steps()).isEmpty();
    }

    @Test
    void aGuestThatMovedIsKeptThereBeforeItIsForgottenHere() {
        Recovery moved = Judge.of("web1", List.of(has("kvm1", MOVED, true), has("kvm2", RUNNING, false)));
        assertThat(moved.situation()).isEqualTo(Situation.LEFTOVERS);
        assertThat(statements(moved.steps())).containsExactly("persist kvm2/web1", "undefine kvm1/web1");
    }

    @Test
    void aCopyThatStandsStillBesideOneThatRunsIsEnded() {
        Recovery left = Judge.of("web1", List.of(has("kvm1", paused(2), true), has("kvm2", RUNNING, true)));
        assertThat(statements(left.steps())).containsExactly("destroy kvm1/web1", "undefine kvm1/web1");
    }

    @Test
    void twoThatRunAreForAPersonToDecide() {
        Recovery twice = Judge.of("web1", List.of(has("kvm1", RUNNING, true), has("kvm2", RUNNING, true)));
        assertThat(twice.situation()).isEqualTo(Situation.TWICE);
        assertThat(twice.steps()).isEmpty();
        assertThat(statements(twice.choices())).containsExactly("destroy kvm1/web1", "destroy kvm2/web1");
    }

    @Test
    void nothingIsStartedWhileAHostThatMayRunItDoesNotAnswer() {
        for (List<Integer> processes : Arrays.asList(null, List.of(12))) {
            for (DomainStatus status : List.of(MOVED, CRASHED, DESTROYED, paused(2), paused(1))) {
                Recovery unsure = Judge.of("web1", List.of(has("kvm1", status, true), silent("kvm2", processes)));
                assertThat(unsure.situation()).isEqualTo(Situation.UNSURE);
                startsNothing(unsure);
            }
        }
    }

    @Test
    void aHostWithoutLibvirtAndWithoutProcessRunsNothing() {
        Recovery crashed = Judge.of("web1", List.of(has("kvm1", CRASHED, true), silent("kvm2", List.of())));
        assertThat(statements(crashed.steps())).containsExactly("start kvm1/web1");
    }

    @Test
    void aProcessThatLibvirtDoesNotKnowKeepsItFromBeingStarted() {
        Sight stray = new Sight("kvm2", "", Optional.empty(), Optional.of(List.of(12)), List.of());
        Recovery unsure = Judge.of("web1", List.of(has("kvm1", CRASHED, true), stray));
        assertThat(unsure.situation()).isEqualTo(Situation.UNSURE);
        startsNothing(unsure);
        assertThat(unsure.facts()).anyMatch(fact -> fact.contains("QEMU process 12"));
    }

    @Test
    void aLockThatSomebodyHoldsKeepsItFromBeingStarted() {
        Sight locked = new Sight("kvm2", "", Optional.empty(), Optional.of(List.of()), List.of("/srv/web1.qcow2"));
        Recovery unsure = Judge.of("web1", List.of(has("kvm1", CRASHED, true), locked));
        assertThat(unsure.situation()).isEqualTo(Situation.UNSURE);
        startsNothing(unsure);
    }

    @Test
    void aJobThatDoesNotMoveIsStopped() {
        Optional<JobOperation> out = Optional.of(JobOperation.MIGRATION_OUT);
        Recovery stuck = Judge.of("web1", List.of(has("kvm1", RUNNING, true, out, false), silent("kvm2", null)));
        assertThat(stuck.situation()).isEqualTo(Situation.STUCK);
        assertThat(statements(stuck.steps())).containsExactly("domjobabort kvm1/web1");
        Recovery moving =
                Judge.of("web1", List.of(has("kvm1", RUNNING, true, out, true), has("kvm2", paused(11), false)));
        assertThat(moving.situation()).isEqualTo(Situation.MOVING);
        assertThat(moving.steps()).isEmpty();
        Recovery doomed = Judge.of("web1", List.of(has("kvm1", RUNNING, true, out, true), silent("kvm2", List.of(12))));
        assertThat(doomed.situation()).isEqualTo(Situation.STUCK);
    }

    @Test
    void aBrokenPostCopyIsTakenUpAgainAndNothingElse() {
        Optional<JobOperation> out = Optional.of(JobOperation.MIGRATION_OUT);
        Optional<JobOperation> in = Optional.of(JobOperation.MIGRATION_IN);
        DomainStatus broken = new DomainStatus(DomainState.RUNNING, 11);
        Recovery failed = Judge.of(
                "web1", List.of(has("kvm1", paused(13), true, out, false), has("kvm2", broken, false, in, true)));
        assertThat(failed.situation()).isEqualTo(Situation.POSTCOPY_FAILED);
        assertThat(statements(failed.steps()))
                .containsExactly("migrate --live --p2p --postcopy --postcopy-resume kvm1/web1 kvm2");
        Recovery pausedBoth = Judge.of(
                "web1", List.of(has("kvm1", paused(13), true, out, false), has("kvm2", paused(13), false, in, true)));
        assertThat(statements(pausedBoth.steps())).isEqualTo(statements(failed.steps()));
        Recovery half = Judge.of("web1", List.of(has("kvm1", paused(13), true, out, false), silent("kvm2", null)));
        assertThat(half.situation()).isEqualTo(Situation.UNSURE);
        startsNothing(half);
    }

    @Test
    void ofTwoThatStandStillTheOneThatNeverRanIsEnded() {
        Optional<JobOperation> in = Optional.of(JobOperation.MIGRATION_IN);
        Recovery both =
                Judge.of("web1", List.of(has("kvm1", paused(2), true), has("kvm2", paused(2), false, in, true)));
        assertThat(statements(both.steps())).containsExactly("destroy kvm2/web1", "resume kvm1/web1");
        Recovery unclear = Judge.of("web1", List.of(has("kvm1", paused(1), true), has("kvm2", paused(1), false)));
        assertThat(unclear.situation()).isEqualTo(Situation.PAUSED_TWICE);
        assertThat(unclear.steps()).isEmpty();
        assertThat(unclear.choices()).hasSize(2);
        assertThat(unclear.choices().getFirst().statements()).containsExactly("destroy kvm2/web1", "resume kvm1/web1");
    }

    @Test
    void aGuestThatStandsStillForNoReasonIsLetRun() {
        Recovery left = Judge.of("web1", List.of(has("kvm1", paused(2), true), nothing("kvm2")));
        assertThat(statements(left.steps())).containsExactly("resume kvm1/web1");
        Recovery wanted = Judge.of("web1", List.of(has("kvm1", paused(1), true), nothing("kvm2")));
        assertThat(wanted.steps()).isEmpty();
        assertThat(wanted.situation().well()).isTrue();
    }

    @Test
    void ofTwoDefinitionsTheOneThatRanLastStays() {
        Recovery crashed = Judge.of("web1", List.of(has("kvm1", CRASHED, true), has("kvm2", DESTROYED, true)));
        assertThat(statements(crashed.steps())).containsExactly("undefine kvm2/web1", "start kvm1/web1");
        Recovery stopped = Judge.of("web1", List.of(has("kvm1", MOVED, true), has("kvm2", DESTROYED, true)));
        assertThat(statements(stopped.steps())).containsExactly("undefine kvm1/web1");
        assertThat(statements(stopped.choices())).containsExactly("start kvm2/web1");
        Recovery unclear = Judge.of("web1", List.of(has("kvm1", DESTROYED, true), has("kvm2", DESTROYED, true)));
        assertThat(unclear.steps()).isEmpty();
        assertThat(statements(unclear.choices())).containsExactly("undefine kvm2/web1", "undefine kvm1/web1");
    }

    @Test
    void nothingAnywhereIsSaid() {
        assertThat(Judge.of("web1", List.of(nothing("kvm1"), nothing("kvm2"))).situation())
                .isEqualTo(Situation.GONE);
    }
}
