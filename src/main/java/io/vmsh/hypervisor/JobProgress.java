package io.vmsh.hypervisor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How far a guest's job is ({@code virDomainGetJobStats}); what the hypervisor did not tell is 0.
 *
 * @param elapsedMillis since the job began
 * @param remainingMillis what the hypervisor expects, where it does
 * @param data bytes of all kinds together
 * @param memory bytes of memory
 * @param disk bytes of storage
 * @param memoryBytesPerSecond of memory on the way
 * @param diskBytesPerSecond of storage on the way
 * @param dirtyPagesPerSecond pages the guest writes to meanwhile
 * @param pageSize bytes of such a page
 * @param iteration rounds over memory so far
 * @param downtimeMillis for which the guest stands still: expected while the job runs, measured after it
 * @param setupMillis taken before anything was copied
 * @param raw all that libvirt told, under its own names ({@code VIR_DOMAIN_JOB_…}): numbers, booleans, texts
 */
public record JobProgress(
        JobType type,
        JobOperation operation,
        long elapsedMillis,
        long remainingMillis,
        Amount data,
        Amount memory,
        Amount disk,
        long memoryBytesPerSecond,
        long diskBytesPerSecond,
        long dirtyPagesPerSecond,
        long pageSize,
        long iteration,
        long downtimeMillis,
        long setupMillis,
        Map<String, Object> raw) {

    public JobProgress {
        raw = Collections.unmodifiableMap(new LinkedHashMap<>(raw));
    }

    /** Bytes to move, moved, and left; the total grows when a guest writes to what was moved already. */
    public record Amount(long total, long processed, long remaining) {
        private static Amount of(Map<String, Object> raw, String kind) {
            return new Amount(
                    number(raw, kind + "_total"), number(raw, kind + "_processed"), number(raw, kind + "_remaining"));
        }

        /** Whether anything was told of it. */
        public boolean known() {
            return total != 0 || processed != 0 || remaining != 0;
        }
    }

    /** Reads libvirt's parameters. */
    public static JobProgress of(JobType type, Map<String, Object> raw) {
        return new JobProgress(
                type,
                JobOperation.of((int) number(raw, "operation")),
                number(raw, "time_elapsed"),
                number(raw, "time_remaining"),
                Amount.of(raw, "data"),
                Amount.of(raw, "memory"),
                Amount.of(raw, "disk"),
                number(raw, "memory_bps"),
                number(raw, "disk_bps"),
                number(raw, "memory_dirty_rate"),
                number(raw, "memory_page_size"),
                number(raw, "memory_iteration"),
                number(raw, "downtime"),
                number(raw, "setup_time"),
                raw);
    }

    /** One of libvirt's numbers by its own name. */
    public OptionalLong number(String name) {
        return raw.get(name) instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }

    private static long number(Map<String, Object> raw, String name) {
        return raw.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
