package io.vmsh.evacuation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.evacuation.Sighting.Answer;
import io.vmsh.evacuation.Sighting.Seen;
import org.junit.jupiter.api.Test;

class SightingTest {
    private static final Seen ABSENT = new Seen.Absent();
    private static final Seen OFF = new Seen.Off();
    private static final Seen RUNNING = new Seen.Active(true, false);
    private static final Seen PAUSED = new Seen.Active(false, false);
    private static final Seen LEAVING = new Seen.Active(true, true);
    private static final Seen COMING = new Seen.Active(false, true);
    private static final Seen SILENT = new Seen.Silent("no answer");

    @Test
    void whereAGuestRuns() {
        assertThat(running(ABSENT, RUNNING)).isEqualTo(Answer.MOVED);
        assertThat(running(OFF, RUNNING)).isEqualTo(Answer.MOVED);
        assertThat(running(ABSENT, PAUSED)).isEqualTo(Answer.MOVED);
        assertThat(running(RUNNING, ABSENT)).isEqualTo(Answer.STAYED);
        assertThat(running(PAUSED, OFF)).isEqualTo(Answer.STAYED);
        assertThat(running(LEAVING, COMING)).isEqualTo(Answer.MOVING);
        assertThat(running(LEAVING, ABSENT)).isEqualTo(Answer.MOVING);
        assertThat(running(ABSENT, COMING)).isEqualTo(Answer.MOVING);
        assertThat(running(RUNNING, RUNNING)).isEqualTo(Answer.TWICE);
        assertThat(running(OFF, OFF)).isEqualTo(Answer.GONE);
        assertThat(running(ABSENT, ABSENT)).isEqualTo(Answer.GONE);
    }

    @Test
    void aHostThatIsSilentMayHaveIt() {
        assertThat(running(RUNNING, SILENT)).isEqualTo(Answer.STAYED);
        assertThat(running(LEAVING, SILENT)).isEqualTo(Answer.MOVING);
        assertThat(running(ABSENT, SILENT)).isEqualTo(Answer.UNKNOWN);
        assertThat(running(SILENT, RUNNING)).isEqualTo(Answer.MOVED);
        assertThat(running(SILENT, PAUSED)).isEqualTo(Answer.UNKNOWN);
        assertThat(running(SILENT, ABSENT)).isEqualTo(Answer.UNKNOWN);
        assertThat(running(SILENT, SILENT)).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void whatIsNotClearIsSaid() {
        assertThat(new Sighting(ABSENT, SILENT).unclear("kvm1", "kvm2"))
                .startsWith("it has left kvm1, and kvm2 does not answer");
        assertThat(new Sighting(SILENT, ABSENT).unclear("kvm1", "kvm2"))
                .startsWith("kvm1 does not answer, so nobody knows whether it has left");
        assertThat(new Sighting(ABSENT, COMING).unclear("kvm1", "kvm2"))
                .startsWith("it seems to be on its way from kvm1 to kvm2 still");
    }

    @Test
    void whereAGuestThatIsOffIsDefined() {
        assertThat(off(ABSENT, OFF)).isEqualTo(Answer.MOVED);
        assertThat(off(OFF, OFF)).isEqualTo(Answer.STAYED);
        assertThat(off(OFF, ABSENT)).isEqualTo(Answer.STAYED);
        assertThat(off(ABSENT, ABSENT)).isEqualTo(Answer.GONE);
        assertThat(off(ABSENT, SILENT)).isEqualTo(Answer.UNKNOWN);
        assertThat(off(SILENT, OFF)).isEqualTo(Answer.UNKNOWN);
    }

    private static Answer running(Seen source, Seen target) {
        return new Sighting(source, target).answer(true);
    }

    private static Answer off(Seen source, Seen target) {
        return new Sighting(source, target).answer(false);
    }
}
