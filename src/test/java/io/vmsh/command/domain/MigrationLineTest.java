package io.vmsh.command.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.hypervisor.JobProgress;
import io.vmsh.hypervisor.JobProgress.Amount;
import io.vmsh.hypervisor.JobType;
import io.vmsh.hypervisor.MigrationProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

    private static String line(JobProgress sample) {
        return line(sample, 120);
    }

    private static String line(JobProgress sample, int columns) {
        return new MigrationLine("web1", "kvm2").of(MigrationProgress.of(sample), columns);
    }

    /** The lines of samples that follow each other. */
    private static List<String> lines(JobProgress... samples) {
        List<String> lines = new ArrayList<>();
        MigrationProgress progress = MigrationProgress.of(JobProgress.of(JobType.UNBOUNDED, Map.of()));
        for (JobProgress sample : samples) {
            progress = progress.after(sample);
            lines.add(new MigrationLine("w", "").of(progress, 120));
        }
        return lines;
    }

    @Test
    void theFirstSampleIsEmpty() {
        assertThat(line(JobProgress.of(JobType.UNBOUNDED, Map.of()))).isEqualTo("web1 -> kvm2: preparing");
    }

    @Test
    void tellsBytesRateAndTimeLeft() {
        assertThat(line(memory(100 * MIB, 60 * MIB, 10 * MIB, 0, 1)))
                .isEqualTo("web1 -> kvm2: memory 40%, 40.0 MiB of 100.0 MiB, 10.0 MiB/s, 6 s left");
    }

    @Test
    void writesOfTheGuestTakeFromTheRate() {
        assertThat(line(memory(100 * MIB, 60 * MIB, 10 * MIB, 5 * MIB / 4096, 2)))
                .endsWith("12 s left, pass 2, 1280 pages/s written");
    }

    @Test
    void aGuestThatWritesFasterThanTheLinkDoesNotConverge() {
        assertThat(line(memory(100 * MIB, 60 * MIB, 10 * MIB, 10 * MIB / 4096, 3)))
                .contains("not converging, pass 3, 2560 pages/s written")
                .doesNotContain("left");
    }

    @Test
    void aNarrowTerminalLosesWhatMattersLeast() {
        JobProgress sample = memory(100 * MIB, 60 * MIB, 10 * MIB, 5 * MIB / 4096, 2);
        assertThat(line(sample, 79))
                .isEqualTo("web1 -> kvm2: memory 40%, 40.0 MiB of 100.0 MiB, 10.0 MiB/s, 12 s left, pass 2");
        assertThat(line(sample, 39)).isEqualTo("web1 -> kvm2: memory 40%, 12 s left");
        assertThat(line(sample, 20)).isEqualTo("web1: memory 40%");
    }

    @Test
    void disksAndMemoryAreTwoPhases() {
        List<String> lines =
                lines(disk(100 * MIB, 0), memory(100 * MIB, 90 * MIB, MIB, 0, 1), disk(100 * MIB, 50 * MIB));
        assertThat(lines.get(0)).contains("disks 99%");
        assertThat(lines.get(1)).contains("memory 10%");
        assertThat(lines.get(2)).doesNotContain("disks");
    }

    @Test
    void neverRunsBackwards() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int run = 0; run < 200; run++) {
            List<Integer> shown = new ArrayList<>();
            JobProgress[] samples = IntStream.range(0, 50)
                    .mapToObj(sample -> memory(100 * MIB, random.nextLong(101 * MIB), MIB, 0, 1 + sample / 10))
                    .toArray(JobProgress[]::new);
            lines(samples).forEach(line -> shown.add(percent(line)));
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
