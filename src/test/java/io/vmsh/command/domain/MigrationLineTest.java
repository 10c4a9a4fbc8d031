package io.vmsh.command.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.hypervisor.JobProgress;
import io.vmsh.hypervisor.JobProgress.Amount;
import io.vmsh.hypervisor.JobType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MigrationLineTest {
    private static final Pattern PERCENT = Pattern.compile("(\\d+)%");
    private static final long MIB = 1 << 20;

    private static JobProgress memory(long total, long remaining, long rate, long dirtyPages, long pass) {
        return JobProgress.of(
                JobType.UNBOUNDED,
                Map.of(
                        "memory_total",
                        total,
                        "memory_processed",
                        total - remaining,
                        "memory_remaining",
                        remaining,
                        "memory_bps",
                        rate,
                        "memory_dirty_rate",
                        dirtyPages,
                        "memory_page_size",
                        4096L,
                        "memory_iteration",
                        pass));
    }

    private static JobProgress disk(long total, long remaining) {
        return JobProgress.of(
                JobType.UNBOUNDED,
                Map.of(
                        "disk_total",
                        total,
                        "disk_processed",
                        total - remaining,
                        "disk_remaining",
                        remaining,
                        "disk_bps",
                        10 * MIB));
    }

    private static int percent(String line) {
        Matcher matcher = PERCENT.matcher(line);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    @Test
    void theFirstSampleIsEmpty() {
        assertThat(new MigrationLine("web1 -> kvm2").after(JobProgress.of(JobType.UNBOUNDED, Map.of())))
                .isEqualTo("web1 -> kvm2: preparing");
    }

    @Test
    void tellsBytesRateAndTimeLeft() {
        assertThat(new MigrationLine("web1 -> kvm2").after(memory(100 * MIB, 60 * MIB, 10 * MIB, 0, 1)))
                .isEqualTo("web1 -> kvm2: memory 40%, 40.00 MiB of 100.00 MiB, 10.00 MiB/s, 6 s left");
    }

    @Test
    void writesOfTheGuestTakeFromTheRate() {
        assertThat(new MigrationLine("w").after(memory(100 * MIB, 60 * MIB, 10 * MIB, 5 * MIB / 4096, 2)))
                .endsWith("12 s left, pass 2");
    }

    @Test
    void aGuestThatWritesFasterThanTheLinkDoesNotConverge() {
        assertThat(new MigrationLine("w").after(memory(100 * MIB, 60 * MIB, 10 * MIB, 10 * MIB / 4096, 3)))
                .contains("not converging: the guest writes 10.00 MiB/s")
                .doesNotContain("left");
    }

    @Test
    void disksAndMemoryAreTwoPhases() {
        MigrationLine line = new MigrationLine("w");
        assertThat(line.after(disk(100 * MIB, 0))).contains("disks 99%");
        assertThat(line.after(memory(100 * MIB, 90 * MIB, MIB, 0, 1))).contains("memory 10%");
        assertThat(line.after(disk(100 * MIB, 50 * MIB))).doesNotContain("disks");
    }

    @Test
    void neverRunsBackwards() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int run = 0; run < 200; run++) {
            MigrationLine line = new MigrationLine("w");
            List<Integer> shown = new ArrayList<>();
            for (int sample = 0; sample < 50; sample++) {
                shown.add(percent(line.after(memory(100 * MIB, random.nextLong(101 * MIB), MIB, 0, 1 + sample / 10))));
            }
            assertThat(shown).isSorted().allMatch(percent -> percent >= 0 && percent <= 99);
        }
    }

    @Test
    void virshsMeterIsFullOnlyWhenNothingIsLeft() {
        assertThat(VirshMeter.percent(new Amount(1000, 999, 1))).isEqualTo(99);
        assertThat(VirshMeter.percent(new Amount(1000, 1000, 0))).isEqualTo(100);
        assertThat(VirshMeter.percent(new Amount(1000, 420, 580))).isEqualTo(42);
    }
}
