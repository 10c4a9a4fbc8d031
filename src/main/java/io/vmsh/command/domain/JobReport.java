package io.vmsh.command.domain;

import io.vmsh.command.ByteSize;
import io.vmsh.hypervisor.JobProgress;
import io.vmsh.hypervisor.JobProgress.Amount;
import io.vmsh.hypervisor.JobType;
import java.util.function.LongFunction;

/** A job's progress as virsh writes it, down to its trailing blanks. */
final class JobReport {
    private final JobProgress job;
    private final StringBuilder text = new StringBuilder();

    private JobReport(JobProgress job) {
        this.job = job;
    }

    /** All that libvirt told, under its own names. */
    static String raw(JobProgress job) {
        StringBuilder text =
                new StringBuilder("Job type: %d\n\n".formatted(job.type().number()));
        job.raw()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(rawText(value)).append('\n'));
        return text.toString();
    }

    private static Object rawText(Object value) {
        return value instanceof Boolean truth ? (truth ? 1 : 0) : value;
    }

    /**
     * The parts that people read.
     *
     * @param completed whether the job that ended last was asked for
     * @param any whether numbers of jobs are shown that neither run nor have succeeded
     */
    static String of(JobProgress job, boolean completed, boolean any) {
        JobReport report = new JobReport(job);
        report.line("Job type:", "%-12s".formatted(label(job.type())));
        if (job.type() != JobType.NONE) {
            report.line("Operation:", "%-12s".formatted(job.operation().label()));
            if (any || job.type().running() || (completed && job.type() == JobType.COMPLETED)) {
                report.numbers();
            }
        }
        return report.text.toString();
    }

    /** virsh's word for a type of job. */
    static String label(JobType type) {
        return switch (type) {
            case NONE -> "None";
            case BOUNDED -> "Bounded";
            case UNBOUNDED -> "Unbounded";
            case COMPLETED -> "Completed";
            case FAILED -> "Failed";
            case CANCELLED -> "Cancelled";
            case UNKNOWN -> "unknown";
        };
    }

    private void numbers() {
        line("Time elapsed:", millis(job.elapsedMillis()));
        told("time_elapsed_net", "Time elapsed w/o network:", JobReport::millis);
        if (job.type() == JobType.BOUNDED) {
            line("Time remaining:", millis(job.remainingMillis()));
        }
        amount("Data", job.data());
        if (amount("Memory", job.memory())) {
            speed("memory_bps", "Memory bandwidth:");
            told("memory_dirty_rate", "Dirty rate:", rate -> "%-12s pages/s".formatted(count(rate)));
            told("memory_page_size", "Page size:", size -> "%-12s bytes".formatted(count(size)));
            told("memory_iteration", "Iteration:", JobReport::padded);
            told("memory_postcopy_requests", "Postcopy requests:", JobReport::padded);
        }
        if (amount("File", job.disk())) {
            speed("disk_bps", "File bandwidth:");
        }
        told("memory_constant", "Constant pages:", JobReport::padded);
        told("memory_normal", "Normal pages:", JobReport::padded);
        told("memory_normal_bytes", "Normal data:", JobReport::size);
        String downtime = job.type() == JobType.COMPLETED ? "Total downtime:" : "Expected downtime:";
        told("downtime", downtime, JobReport::millis);
        told("downtime_net", "Downtime w/o network:", JobReport::millis);
        told("setup_time", "Setup time:", JobReport::millis);
        compression();
        told("auto_converge_throttle", "Auto converge throttle:", percent -> "%-13d".formatted(percent));
        told("disk_temp_used", "Temporary disk space use:", JobReport::size);
        told("disk_temp_total", "Temporary disk space total:", JobReport::size);
        if (job.raw().get("errmsg") instanceof String message) {
            line("Error message:", message);
        }
    }

    private void compression() {
        told("compression_cache", "Compression cache:", JobReport::size);
        told("compression_bytes", "Compressed data:", JobReport::size);
        told("compression_pages", "Compressed pages:", JobReport::wide);
        told("compression_cache_misses", "Compression cache misses:", JobReport::wide);
        told("compression_overflow", "Compression overflows:", JobReport::wide);
    }

    /** Three lines about an amount, if anything is known of it. */
    private boolean amount(String what, Amount amount) {
        if (amount.known()) {
            line(what + " processed:", size(amount.processed()));
            line(what + " remaining:", size(amount.remaining()));
            line(what + " total:", size(amount.total()));
        }
        return amount.known();
    }

    private void speed(String name, String label) {
        if (job.number(name).orElse(0) != 0) {
            told(name, label, bytes -> size(bytes) + "/s");
        }
    }

    /** A line about one of libvirt's numbers, if it was told. */
    private void told(String name, String label, LongFunction<String> form) {
        job.number(name).ifPresent(number -> line(label, form.apply(number)));
    }

    private void line(String label, String value) {
        text.append("%-17s %s\n".formatted(label, value));
    }

    private static String millis(long millis) {
        return "%-12s ms".formatted(count(millis));
    }

    private static String padded(long number) {
        return "%-12s".formatted(count(number));
    }

    private static String wide(long number) {
        return "%-13s".formatted(count(number));
    }

    private static String size(long bytes) {
        return ByteSize.text(bytes, 3);
    }

    private static String count(long number) {
        return Long.toUnsignedString(number);
    }
}
