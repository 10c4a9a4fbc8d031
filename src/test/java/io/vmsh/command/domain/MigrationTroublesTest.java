package io.vmsh.command.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.hypervisor.JobProgress;
import io.vmsh.hypervisor.JobType;
import io.vmsh.hypervisor.MigrationProgress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MigrationTroublesTest {
    private static final long MIB = 1 << 20;
    private static final MigrationParty PARTY = new MigrationParty("web1", "kvm1/web1", "kvm1", "kvm2");

    private long now;
    private final MigrationTroubles troubles =
            new MigrationTroubles(PARTY, "Ctrl-C", new ConvergenceHelp(PARTY, Optional.empty(), "")::lines, () -> now);

    private List<String> after(int seconds, MigrationProgress progress) {
        now += Duration.ofSeconds(seconds).toNanos();
        return troubles.after(progress);
    }

    private static MigrationProgress memory(long sent, long dirtyPages, Map<String, Object> more) {
        Map<String, Object> raw = new HashMap<>(Map.of(
                "data_processed",
                sent,
                "memory_total",
                100 * MIB,
                "memory_remaining",
                60 * MIB,
                "memory_processed",
                sent,
                "memory_bps",
                10 * MIB,
                "memory_dirty_rate",
                dirtyPages,
                "memory_page_size",
                4096L,
                "memory_iteration",
                3L));
        raw.putAll(more);
        return MigrationProgress.of(JobProgress.of(JobType.UNBOUNDED, raw));
    }

    @Test
    void whatMovesIsNoTrouble() {
        assertThat(after(0, memory(1, 0, Map.of()))).isEmpty();
        assertThat(after(60, memory(2, 0, Map.of()))).isEmpty();
        assertThat(after(60, memory(3, 0, Map.of()))).isEmpty();
    }

    @Test
    void silenceIsToldOnceAndSoIsItsEnd() {
        assertThat(after(0, memory(1, 0, Map.of()))).isEmpty();
        assertThat(after(7, memory(1, 0, Map.of()))).isEmpty();
        assertThat(after(1, memory(1, 0, Map.of())))
                .containsExactly(
                        "nothing of web1 has arrived for 8 s: kvm1 may no longer reach kvm2",
                        "It runs on kvm1 as before. This lasts until the way is free, or for minutes, until the hosts"
                                + " give up.",
                        "Ctrl-C");
        assertThat(after(20, memory(1, 0, Map.of()))).isEmpty();
        assertThat(after(1, memory(2, 0, Map.of()))).containsExactly("web1 moves on");
    }

    @Test
    void whatCouldNotBeSeenCountsNot() {
        after(0, memory(1, 0, Map.of()));
        now += Duration.ofMinutes(1).toNanos();
        troubles.lookAway();
        assertThat(after(0, memory(1, 0, Map.of()))).isEmpty();
        assertThat(after(8, memory(1, 0, Map.of()))).isNotEmpty();
    }

    @Test
    void preparationsThatTakeLongPointAtThePorts() {
        MigrationProgress nothing = MigrationProgress.of(JobProgress.of(JobType.UNBOUNDED, Map.of()));
        after(0, nothing);
        assertThat(after(9, nothing).getFirst())
                .isEqualTo(
                        "nothing of web1 has been sent for 8 s: kvm1 may not reach kvm2, or its ports for migration");
    }

    @Test
    void afterTheSwitchTheGuestIsThere() {
        MigrationProgress switched = memory(1, 0, Map.of("memory_postcopy_requests", 4L));
        after(0, switched);
        assertThat(after(9, switched))
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("It runs on kvm2, and stands still where it needs memory that has not come.");
    }

    @Test
    void aGuestThatWritesTooFastIsToldOnceWithStatements() {
        long pages = 10 * MIB / 4096;
        assertThat(after(0, memory(1, pages, Map.of()))).isEmpty();
        assertThat(after(2, memory(2, pages, Map.of()))).isEmpty();
        assertThat(after(1, memory(3, pages, Map.of("compression_cache", 64L * MIB))))
                .containsExactly(
                        "web1 does not converge: it writes 10.0 MiB/s, and 10.0 MiB/s are sent. What helps:",
                        "  a longer standstill at the end:",
                        "    migrate-setmaxdowntime kvm1/web1 9000",
                        "  a higher limit, if one is set:",
                        "    migrate-setspeed kvm1/web1 20",
                        "  to run on kvm2 now, if begun with --postcopy:",
                        "    migrate-postcopy kvm1/web1",
                        "  a larger cache for compression:",
                        "    migrate-compcache kvm1/web1 --size 134217728",
                        "  to stop it, and begin anew with --auto-converge or --postcopy:",
                        "    domjobabort kvm1/web1");
        assertThat(after(30, memory(4, pages, Map.of()))).isEmpty();
    }

    @Test
    void aGuestThatIsBeingSlowedDownIsGivenTime() {
        long pages = 10 * MIB / 4096;
        after(0, memory(1, pages, Map.of("auto_converge_throttle", 20L)));
        assertThat(after(60, memory(2, pages, Map.of("auto_converge_throttle", 80L))))
                .isEmpty();
        after(0, memory(3, pages, Map.of("auto_converge_throttle", 99L)));
        assertThat(after(4, memory(4, pages, Map.of("auto_converge_throttle", 99L))))
                .isNotEmpty();
    }

    @Test
    void aHostThatOwesAnAnswerIsToldOnce() {
        assertThat(troubles.silent(Duration.ofSeconds(7))).isEmpty();
        assertThat(troubles.silent(Duration.ofSeconds(8)))
                .singleElement()
                .asString()
                .startsWith("kvm1 has told nothing of web1 for 8 s: it may be trying to reach kvm2, whose ports");
        assertThat(troubles.silent(Duration.ofSeconds(9))).isEmpty();
        after(0, memory(1, 0, Map.of()));
        assertThat(troubles.silent(Duration.ofSeconds(9)))
                .containsExactly("kvm1 has told nothing of web1 for 9 s, and what becomes of it is not known here.");
    }
}
