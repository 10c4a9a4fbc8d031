package io.vmsh.hypervisor;

import java.util.Optional;
import java.util.Set;

/** The job a guest is busy with: a migration, a save, a dump, a backup. Each method is one libvirt call. */
public interface DomainJob {
    /**
     * How far the running job is, or how the last one went ({@code virDomainGetJobStats}).
     *
     * @throws HypervisorException with {@link ErrorCode#NO_SUPPORT} from hypervisors that only know {@link #info}
     */
    JobProgress stats(Set<StatsFlag> flags);

    /** The same with totals only ({@code virDomainGetJobInfo}). */
    JobProgress info();

    /** Whether a command has the guest, so that others wait ({@code virDomainGetControlInfo}). */
    DomainControl control();

    /** Stops the running job ({@code virDomainAbortJob}, {@code virDomainAbortJobFlags}). */
    void abort(Set<AbortFlag> flags);

    /** The job that a disk is busy with, by the disk's target or path ({@code virDomainGetBlockJobInfo}). */
    Optional<DiskJob> ofDisk(String disk);

    /**
     * A job of one disk.
     *
     * @param done how much of the work is done, in the unit of {@code end}
     */
    record DiskJob(DiskJobType type, long done, long end) {}

    /** {@code virDomainBlockJobType}. */
    enum DiskJobType {
        UNKNOWN("job"),
        PULL("pull"),
        COPY("copy"),
        COMMIT("commit"),
        ACTIVE_COMMIT("active commit"),
        BACKUP("backup");

        private final String word;

        DiskJobType(String word) {
            this.word = word;
        }

        /** The word for people. */
        public String word() {
            return word;
        }

        public static DiskJobType of(int number) {
            return number > 0 && number < values().length ? values()[number] : UNKNOWN;
        }
    }

    /** {@code virDomainGetJobStatsFlags}. */
    enum StatsFlag implements Bit {
        /** Of the job that ended last; libvirt forgets it when it is read. */
        COMPLETED(1),
        /** Do not forget it. */
        KEEP_COMPLETED(2);

        private final int bit;

        StatsFlag(int bit) {
            this.bit = bit;
        }

        @Override
        public int bit() {
            return bit;
        }
    }

    /** {@code virDomainAbortJobFlagsValues}. */
    enum AbortFlag implements Bit {
        /** Interrupt a migration that is past the point of no return; it can be recovered. */
        POSTCOPY;

        @Override
        public int bit() {
            return 1;
        }
    }
}
