package io.vmsh.batch;

import io.vmsh.batch.PastRun.Outcome;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The journal of a run under way: a line before and a line after each step, so that whatever ends the process, what was
 * done is known. A line is in the file before the step begins, and on the disk if the step changes anything; a step that
 * only looks can be repeated, and need not wait for the disk. Safe for steps side by side. Held by one process at a time.
 * Written through a file and not its channel: a channel is closed by an interrupt, and Ctrl-C is one.
 */
public final class Journal implements AutoCloseable {
    private final String id;
    private final Path file;
    private final RandomAccessFile content;
    private final Runnable release;

    private final Instant started = Instant.now();

    Journal(String id, Path file, RandomAccessFile content, Runnable release) {
        this.id = id;
        this.file = file;
        this.content = content;
        this.release = release;
    }

    /** A step that has begun. */
    public final class Begun {
        private final JournalStep step;
        private final long start = System.nanoTime();

        private Begun(JournalStep step) {
            this.step = step;
        }

        /**
         * Writes down how the step ended.
         *
         * @param messages what it failed with, without secrets
         * @throws JournalException when that cannot be written: no other step may begin then
         */
        public void ended(Outcome outcome, List<String> messages) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            append(JournalWriting.after(step.key(), outcome, messages, Instant.now(), took), step.changes());
        }
    }

    public String id() {
        return id;
    }

    public Path file() {
        return file;
    }

    /** When it was begun or resumed. */
    public Instant started() {
        return started;
    }

    /**
     * Writes down that a step begins now.
     *
     * @throws JournalException when that cannot be written: the step may not begin then
     */
    public Begun before(JournalStep step) {
        append(JournalWriting.before(step, Instant.now()), step.changes());
        return new Begun(step);
    }

    /**
     * Writes down something that the run needs when it is resumed, such as an answer; never a secret. It is on the disk
     * before the next step that changes anything.
     */
    public void note(String name, String value) {
        append(JournalWriting.note(name, value), false);
    }

    /** Writes down how the run ended. */
    public void end(PastRun.Ending ending) {
        append(JournalWriting.end(ending, Instant.now()), true);
    }

    /**
     * Appends a whole line, or nothing: what is left of a line that did not fit is taken away again.
     *
     * @param durable whether it must be on the disk, with all lines before it
     */
    synchronized void append(byte[] line, boolean durable) {
        long end = -1;
        try {
            end = content.length();
            content.seek(end);
            content.write(line);
            if (durable) {
                content.getFD().sync();
            }
        } catch (IOException failure) {
            cutBack(end);
            throw new JournalException(
                    "the journal %s cannot be written: %s".formatted(file, failure.getMessage()), failure);
        }
    }

    /** Takes a last line away that is not whole, so that the next one stands on a line of its own. */
    synchronized void cutTornLine() throws IOException {
        content.setLength(JournalReading.soundLength(content()));
    }

    private void cutBack(long end) {
        try {
            if (end >= 0) {
                content.setLength(end);
            }
        } catch (IOException worse) {
            // A last line that is not whole is left out in reading.
        }
    }

    /** All that is written so far, by the same opening of the file: closing another one would let the lock go. */
    synchronized byte[] content() throws IOException {
        byte[] bytes = new byte[Math.toIntExact(content.length())];
        content.seek(0);
        content.readFully(bytes);
        return bytes;
    }

    /** Lets the journal go, for another process to take. */
    @Override
    public synchronized void close() {
        release.run();
        try {
            content.close();
        } catch (IOException late) {
            // Everything that mattered was synced before.
        }
    }
}
