package io.vmsh.batch;

import io.vmsh.session.StateFolder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The journals in the state folder: a file each, {@code journals/ID.jsonl}, for its owner alone. The newest
 * {@value #KEPT} are kept; older ones go when a new one is made.
 */
public final class Journals {
    /** How many journals are kept. */
    public static final int KEPT = 200;

    private static final String SUFFIX = ".jsonl";
    private static final int LONGEST_NAME = 30;
    private static final int LOCK_TURNS = 10;
    private static final int LOCK_PAUSE_MILLIS = 20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /**
     * Those this process is writing. The operating system's locks keep other processes away only, and are lost when any
     * channel of the file is closed, so these files are never opened a second time.
     */
    private static final Map<Path, Journal> HELD = new ConcurrentHashMap<>();

    private final Path folder;
    private final String version;

    private Journals(Path folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    /**
     * The journals of the state folder that the environment names.
     *
     * @throws JournalException where there is none
     */
    public static Journals of(Map<String, String> environment) {
        Path folder = new StateFolder(environment)
                .path("journals")
                .orElseThrow(() -> new JournalException("there is no place for journals: set HOME or XDG_STATE_HOME"));
        String version = Journals.class.getPackage().getImplementationVersion();
        return new Journals(folder, version == null ? "(development)" : version);
    }

    /** Begins a journal. Its id begins with the time (UTC) and ends with the head's name. */
    public Journal begin(JournalHead head) {
        Instant now = Instant.now();
        String stem = TIME.format(now) + "-" + readable(head.name());
        try {
            StateFolder.makeFolder(folder);
            for (int turn = 1; ; turn++) {
                String id = turn == 1 ? stem : stem + "-" + turn;
                try {
                    StateFolder.create(file(id));
                } catch (FileAlreadyExistsException taken) {
                    continue;
                }
                Journal journal = take(id);
                journal.append(JournalWriting.head(id, head, version, now), true);
                syncFolder();
                prune();
                return journal;
            }
        } catch (IOException failure) {
            throw failed("begun", folder, failure);
        }
    }

    /**
     * Takes a journal to go on with it.
     *
     * @throws JournalException when it is not there, or some process is at it
     */
    public Journal resume(String id) {
        read(id);
        try {
            Journal journal = take(id);
            journal.cutTornLine();
            journal.append(JournalWriting.resumed(Instant.now()), true);
            return journal;
        } catch (IOException failure) {
            throw failed("resumed", file(id), failure);
        }
    }

    /**
     * What a journal tells.
     *
     * @throws JournalException when it is not there or damaged
     */
    public PastRun read(String id) {
        Path file = file(id);
        // Nobody in this process may take the journal meanwhile: closing the channel here would lose that lock.
        synchronized (HELD) {
            Journal held = HELD.get(file);
            try {
                return held == null ? readFree(id, file) : JournalReading.read(id, text(held.content()), true);
            } catch (NoSuchFileException missing) {
                throw unknown(id);
            } catch (IOException failure) {
                throw failed("read", file, failure);
            }
        }
    }

    private static PastRun readFree(String id, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            // Whoever writes it holds it alone; reading it needs no right to write.
            boolean running = channel.tryLock(0, Long.MAX_VALUE, true) == null;
            return JournalReading.read(id, text(Files.readAllBytes(file)), running);
        }
    }

    /** The ids, oldest first. */
    public List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException failure) {
            throw failed("listed", folder, failure);
        }
    }

    /** What each journal that can be read tells, newest first. */
    public List<PastRun> all() {
        List<PastRun> all = new ArrayList<>();
        for (String id : ids()) {
            try {
                all.add(read(id));
            } catch (JournalException damagedOrGone) {
                // One that cannot be read hides none that can.
            }
        }
        all.sort(Comparator.comparing(PastRun::started).reversed());
        return List.copyOf(all);
    }

    /** The newest run of a kind that can be resumed. */
    public Optional<PastRun> newestResumable(String kind) {
        return all().stream()
                .filter(run -> run.head().kind().equals(kind) && run.resumable())
                .findFirst();
    }

    private Journal take(String id) throws IOException {
        Path file = file(id);
        synchronized (HELD) {
            if (HELD.containsKey(file)) {
                throw busy(id);
            }
            RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw");
            if (!locked(content.getChannel())) {
                content.close();
                throw busy(id);
            }
            Journal journal = new Journal(id, file, content, () -> HELD.remove(file));
            HELD.put(file, journal);
            return journal;
        }
    }

    /** Waits a moment: whoever only reads a journal has the lock for as long as that takes. */
    private static boolean locked(FileChannel channel) throws IOException {
        try {
            for (int turn = 0; turn < LOCK_TURNS; turn++) {
                if (channel.tryLock() != null) {
                    return true;
                }
                Thread.sleep(LOCK_PAUSE_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static JournalException busy(String id) {
        return new JournalException("the run '%s' is under way in another process or shell".formatted(id));
    }

    /** Takes the oldest away, except those that some process is at. */
    private void prune() {
        List<String> ids = ids();
        for (String id : ids.subList(0, Math.max(0, ids.size() - KEPT))) {
            if (!HELD.containsKey(file(id))) {
                try (FileChannel channel = FileChannel.open(file(id), StandardOpenOption.WRITE)) {
                    if (channel.tryLock() != null) {
                        Files.deleteIfExists(file(id));
                    }
                } catch (IOException alreadyGone) {
                    // Another process does the same.
                }
            }
        }
    }

    /** A new file is there after a loss of power only once its folder is on the disk. */
    private void syncFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path file(String id) {
        if (id.contains("/") || id.isEmpty()) {
            throw unknown(id);
        }
        return folder.resolve(id + SUFFIX);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** Letters, digits and few signs, so that an id is a plain word for every shell. */
    private static String readable(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[-.]+|-+$", "");
        String word = plain.isEmpty() ? "run" : plain;
        return word.substring(0, Math.min(word.length(), LONGEST_NAME));
    }

    private static JournalException unknown(String id) {
        return new JournalException("there is no journal '%s': 'journals' lists them".formatted(id));
    }

    private static JournalException failed(String what, Path where, IOException reason) {
        return new JournalException("the journal %s cannot be %s: %s".formatted(where, what, reason(reason)), reason);
    }

    private static String reason(IOException reason) {
        return switch (reason) {
            case NoSuchFileException missing -> missing.getFile() + ": no such file or folder";
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            default -> reason.getMessage() == null ? reason.toString() : reason.getMessage();
        };
    }
}
