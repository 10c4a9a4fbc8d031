package io.vmsh.hypervisor;

import io.vmsh.hypervisor.JobProgress.Amount;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How far a migration is, made of its samples one after the other. It never runs backwards: disks that are copied first
 * are a phase of their own, since libvirt's total jumps when memory follows; and what a guest writes again while it moves
 * is another pass, not less done.
 *
 * @param doneBytes of this phase
 * @param totalBytes of this phase; 0 while unknown
 * @param sample the latest one
 */
public record MigrationProgress(Phase phase, long doneBytes, long totalBytes, JobProgress sample) {
    private static final double MOST_DIRTIED = 0.9;

    /** Libvirt tells them one after the other, and never goes back to one. */
    public enum Phase {
        PREPARING("preparing"),
        DISKS("disks"),
        MEMORY("memory"),
        /** The guest runs on the other side already. */
        POST_COPY("post-copy");

        private final String label;

        Phase(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The progress by one sample alone. */
    public static MigrationProgress of(JobProgress sample) {
        return new MigrationProgress(Phase.PREPARING, 0, 0, sample).after(sample);
    }

    /** The progress after one more sample; one without numbers, as the first is, changes nothing. */
    public MigrationProgress after(JobProgress next) {
        Phase told = phaseOf(next);
        Phase now = told.compareTo(phase) > 0 ? told : phase;
        long done = now == phase ? doneBytes : 0;
        long total = now == phase ? totalBytes : 0;
        if (now != Phase.PREPARING) {
            Amount amount = amount(now, next);
            total = Math.max(total, amount.total());
            done = Math.clamp(amount.total() - amount.remaining(), done, total);
        }
        return new MigrationProgress(now, done, total, next);
    }

    private static Phase phaseOf(JobProgress sample) {
        if (sample.memory().total() > 0) {
            return sample.number("memory_postcopy_requests").orElse(0) > 0 ? Phase.POST_COPY : Phase.MEMORY;
        }
        return sample.disk().total() > 0 ? Phase.DISKS : Phase.PREPARING;
    }

    private static Amount amount(Phase phase, JobProgress sample) {
        return phase == Phase.DISKS ? sample.disk() : sample.memory();
    }

    /** How much of this phase is done; a hundred only when the migration itself has ended, so never here. */
    public OptionalInt percent() {
        return totalBytes == 0
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.min(99, doneBytes * 100.0 / totalBytes));
    }

    /** What is left of this pass, in bytes. */
    public long remainingBytes() {
        return amount(phase, sample).remaining();
    }

    /** Bytes of all kinds that were sent since the beginning. */
    public long sentBytes() {
        return sample.data().processed();
    }

    /** Bytes that are sent in a second; 0 while unknown. */
    public long bytesPerSecond() {
        return switch (phase) {
            case PREPARING -> 0;
            case DISKS -> sample.diskBytesPerSecond();
            case MEMORY, POST_COPY -> sample.memoryBytesPerSecond();
        };
    }

    /** Bytes of memory that the guest writes to in a second, and that must be sent again. */
    public long dirtiedBytesPerSecond() {
        return phase == Phase.MEMORY ? sample.dirtyPagesPerSecond() * sample.pageSize() : 0;
    }

    /**
     * Whether each pass is shorter than the one before. A guest that writes about as fast as its memory is sent may be
     * done by luck, but not by going on like this.
     */
    public boolean converging() {
        return bytesPerSecond() == 0 || dirtiedBytesPerSecond() < MOST_DIRTIED * bytesPerSecond();
    }

    /** Seconds until this phase is done, going on like this; empty when that cannot be told. */
    public OptionalLong secondsLeft() {
        return bytesPerSecond() == 0 || !converging()
                ? OptionalLong.empty()
                : OptionalLong.of(remainingBytes() / (bytesPerSecond() - dirtiedBytesPerSecond()));
    }

    /** Whether anything was sent between the other one and this. */
    public boolean movedSince(MigrationProgress earlier) {
        return phase != earlier.phase
                || !sample.data().equals(earlier.sample.data())
                || sample.iteration() != earlier.sample.iteration();
    }
}
