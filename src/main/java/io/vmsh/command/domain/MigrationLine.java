package io.vmsh.command.domain;

import io.vmsh.command.ByteSize;
import io.vmsh.hypervisor.MigrationProgress;
import io.vmsh.hypervisor.MigrationProgress.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The progress of a migration in one line that fits the terminal: what matters less is left out where it is narrow.
 *
 * @param guest name of the guest
 * @param target where it goes; empty when unknown
 */
record MigrationLine(String guest, String target) {
    /**
     * A part of the line.
     *
     * @param weight the least of them is left out first
     */
    private record Part(int weight, String text) {}

    /** The line in so many columns, or in as few as it takes to tell the phase. */
    String of(MigrationProgress progress, int columns) {
        List<Part> parts = parts(progress);
        String title = target.isEmpty() ? guest : guest + " -> " + target;
        String line = join(title, parts);
        while (line.length() > columns && parts.size() > 1) {
            parts.remove(
                    parts.stream().min(Comparator.comparingInt(Part::weight)).orElseThrow());
            line = join(title, parts);
        }
        return line.length() > columns ? join(guest, parts) : line;
    }

    private static String join(String title, List<Part> parts) {
        return title + ": " + parts.stream().map(Part::text).collect(Collectors.joining(", "));
    }

    private static List<Part> parts(MigrationProgress progress) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(9, phase(progress)));
        if (progress.phase() == Phase.PREPARING) {
            return parts;
        }
        parts.add(new Part(6, "%s of %s".formatted(size(progress.doneBytes()), size(progress.totalBytes()))));
        if (progress.bytesPerSecond() > 0) {
            parts.add(new Part(7, size(progress.bytesPerSecond()) + "/s"));
            parts.add(new Part(8, left(progress)));
        }
        if (progress.phase() == Phase.DISKS) {
            return parts;
        }
        if (progress.sample().iteration() > 1) {
            parts.add(new Part(4, "pass " + progress.sample().iteration()));
        }
        if (progress.dirtiedBytesPerSecond() > 0) {
            parts.add(new Part(3, progress.sample().dirtyPagesPerSecond() + " pages/s written"));
        }
        if (progress.phase() == Phase.MEMORY && progress.sample().downtimeMillis() > 0) {
            parts.add(new Part(2, "downtime %d ms".formatted(progress.sample().downtimeMillis())));
        }
        OptionalLong throttle = progress.sample().number("auto_converge_throttle");
        if (throttle.orElse(0) > 0) {
            parts.add(new Part(6, "slowed by %d%%".formatted(throttle.getAsLong())));
        }
        return parts;
    }

    private static String phase(MigrationProgress progress) {
        return progress.percent().isEmpty()
                ? progress.phase().label()
                : "%s %d%%"
                        .formatted(progress.phase().label(), progress.percent().getAsInt());
    }

    /** How long this phase still takes, for people. */
    static String left(MigrationProgress progress) {
        OptionalLong seconds = progress.secondsLeft();
        if (seconds.isPresent()) {
            return about(seconds.getAsLong()) + " left";
        }
        return progress.converging() ? "" : "not converging";
    }

    /** A size with one decimal: more would only flicker. */
    static String size(long bytes) {
        return ByteSize.text(bytes, 1);
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
