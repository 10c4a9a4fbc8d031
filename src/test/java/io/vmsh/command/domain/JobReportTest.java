package io.vmsh.command.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.hypervisor.JobProgress;
import io.vmsh.hypervisor.JobType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The test driver has no jobs; these are a save's numbers, and what virsh made of them. */
class JobReportTest {
    private static final Map<String, Object> SAVE = save();

    private static Map<String, Object> save() {
        Map<String, Object> raw = new LinkedHashMap<>();
        raw.put("operation", 2);
        raw.put("time_elapsed", 26L);
        raw.put("downtime", 23L);
        raw.put("setup_time", 8L);
        raw.put("data_total", 33947648L);
        raw.put("data_processed", 504597L);
        raw.put("data_remaining", 0L);
        raw.put("memory_total", 33947648L);
        raw.put("memory_processed", 504597L);
        raw.put("memory_remaining", 0L);
        raw.put("memory_bps", 197182333L);
        raw.put("memory_constant", 8183L);
        raw.put("memory_normal", 105L);
        raw.put("memory_normal_bytes", 430080L);
        raw.put("memory_dirty_rate", 0L);
        raw.put("memory_iteration", 2L);
        raw.put("memory_postcopy_requests", 0L);
        raw.put("memory_page_size", 4096L);
        raw.put("success", true);
        return raw;
    }

    @Test
    void aCompletedJobIsShownWhenItWasAskedFor() {
        assertThat(JobReport.of(JobProgress.of(JobType.COMPLETED, SAVE), true, false))
                .isEqualTo("""
                        Job type:         Completed  \s
                        Operation:        Save       \s
                        Time elapsed:     26           ms
                        Data processed:   492.771 KiB
                        Data remaining:   0.000 B
                        Data total:       32.375 MiB
                        Memory processed: 492.771 KiB
                        Memory remaining: 0.000 B
                        Memory total:     32.375 MiB
                        Memory bandwidth: 188.048 MiB/s
                        Dirty rate:       0            pages/s
                        Page size:        4096         bytes
                        Iteration:        2          \s
                        Postcopy requests: 0          \s
                        Constant pages:   8183       \s
                        Normal pages:     105        \s
                        Normal data:      420.000 KiB
                        Total downtime:   23           ms
                        Setup time:       8            ms
                        """);
    }

    @Test
    void numbersOfAFailedJobAreShownOnlyOnDemand() {
        JobProgress failed = JobProgress.of(JobType.FAILED, SAVE);
        String head = "Job type:         Failed      \nOperation:        Save        \n";
        assertThat(JobReport.of(failed, true, false)).isEqualTo(head);
        assertThat(JobReport.of(failed, true, true)).startsWith(head + "Time elapsed:");
    }

    @Test
    void aRunningJobTellsWhatIsExpected() {
        Map<String, Object> raw = new LinkedHashMap<>(SAVE);
        raw.put("time_remaining", 70L);
        raw.put("auto_converge_throttle", 20);
        assertThat(JobReport.of(JobProgress.of(JobType.BOUNDED, raw), false, false))
                .contains("Time remaining:   70           ms\n")
                .contains("Expected downtime: 23           ms\n")
                .endsWith("Auto converge throttle: 20           \n");
    }

    @Test
    void noJobIsOneLine() {
        assertThat(JobReport.of(JobProgress.of(JobType.NONE, Map.of()), false, true))
                .isEqualTo("Job type:         None        \n");
    }

    @Test
    void rawNumbersKeepTheirNames() {
        assertThat(JobReport.raw(JobProgress.of(JobType.COMPLETED, SAVE)))
                .startsWith("Job type: 3\n\noperation: 2\ntime_elapsed: 26\n")
                .endsWith("success: 1\n");
    }
}
