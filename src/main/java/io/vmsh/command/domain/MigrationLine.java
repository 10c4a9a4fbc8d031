package io.vmsh.command.domain;

import io.vmsh.command.ByteSize;
import io.vmsh.hypervisor.JobProgress;
import io.vmsh.hypervisor.JobProgress.Amount;
import java.util.ArrayList;
import java.util.List;

/**
 * The progress of a migration in one line. It never runs backwards: disks that are copied first are a phase of their own,
 * since libvirt's total jumps when memory follows; and what a guest writes again while it moves shows as another pass.
 */
final class MigrationLine {
    private final String title;
    private Phase phase = Phase.SETUP;
    private long done;
    private long total;

    /** Libvirt tells them one after the other, and never goes back to one. */
    private enum Phase {
        SETUP("preparing"),
        DISKS("disks"),
        MEMORY("memory"),
        POST_COPY("memory, after the switch");

        private final String label;

        Phase(String label) {
            this.label = label;
        }
    }

    /** A line that starts with this title. */
    MigrationLine(String title) {
        this.title = title;
    }

    /** The line after one more sample; a sample without numbers, as the first one is, changes nothing. */
    String after(JobProgress sample) {
        enter(phaseOf(sample));
        Amount amount = phase == Phase.DISKS ? sample.disk() : sample.memory();
        if (phase != Phase.SETUP) {
            total = Math.max(total, amount.total());
            done = Math.clamp(amount.total() - amount.remaining(), done, total);
        }
        return text(sample, amount);
    }

    private void enter(Phase next) {
        if (next.compareTo(phase) > 0) {
            phase = next;
            done = 0;
            total = 0;
        }
    }

    private static Phase phaseOf(JobProgress sample) {
        if (sample.memory().total() > 0) {
            return sample.number("memory_postcopy_requests").orElse(0) > 0 ? Phase.POST_COPY : Phase.MEMORY;
        }
        return sample.disk().total() > 0 ? Phase.DISKS : Phase.SETUP;
    }

    private String text(JobProgress sample, Amount amount) {
        List<String> parts = new ArrayList<>();
        if (phase == Phase.SETUP) {
            parts.add(phase.label);
        } else {
            // All of it is only there when the migration itself ends.
            long percent = total == 0 ? 0 : Math.min(99, done * 100 / total);
            parts.add("%s %d%%".formatted(phase.label, percent));
            parts.add("%s of %s".formatted(ByteSize.text(done), ByteSize.text(total)));
            long rate = phase == Phase.DISKS ? sample.diskBytesPerSecond() : sample.memoryBytesPerSecond();
            if (rate > 0) {
                parts.add(ByteSize.text(rate) + "/s");
                parts.add(remaining(sample, amount, rate));
            }
            if (phase != Phase.DISKS && sample.iteration() > 1) {
                parts.add("pass " + sample.iteration());
            }
        }
        return title + ": " + String.join(", ", parts);
    }

    private String remaining(JobProgress sample, Amount amount, long rate) {
        long dirtied = phase == Phase.MEMORY ? sample.dirtyPagesPerSecond() * sample.pageSize() : 0;
        if (dirtied >= rate) {
            return "not converging: the guest writes %s/s".formatted(ByteSize.text(dirtied));
        }
        return about(amount.remaining() / (rate - dirtied)) + " left";
    }

    private static String about(long seconds) {
        if (seconds < 60) {
            return "%d s".formatted(seconds);
        }
        return seconds < 3600
                ? "%d min %02d s".formatted(seconds / 60, seconds % 60)
                : "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60);
    }
}
