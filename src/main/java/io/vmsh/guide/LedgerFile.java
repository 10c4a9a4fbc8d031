package io.vmsh.guide;

import io.vmsh.session.StateFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A ledger in a file of its own, replaced whole at every change. Nothing is written before the first entry. */
public final class LedgerFile implements Ledger {
    private final Path file;

    /**
     * A ledger.
     *
     * @param file in a folder for its owner alone, which is made when it is needed: an edit may carry lines of any file
     */
    public LedgerFile(Path file) {
        this.file = file;
    }

    @Override
    public synchronized List<Entry> entries() {
        try {
            return LedgerText.read(Files.readAllBytes(file));
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException failure) {
            throw new GuideException("the ledger %s cannot be read: %s".formatted(file, failure.getMessage()), failure);
        }
    }

    @Override
    public String begin(String place, String what, Undo undo) {
        String id = UUID.randomUUID().toString();
        change(entries -> {
            entries.add(new Entry(id, place, what, false, undo));
            return entries;
        });
        return id;
    }

    @Override
    public void finish(String id) {
        change(entries -> {
            entries.replaceAll(entry -> entry.id().equals(id) ? entry.done() : entry);
            return entries;
        });
    }

    @Override
    public void forget(String id) {
        change(entries -> {
            entries.removeIf(entry -> entry.id().equals(id));
            return entries;
        });
    }

    private synchronized void change(UnaryOperator<List<Entry>> change) {
        List<Entry> entries = change.apply(new ArrayList<>(entries()));
        try {
            if (entries.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Path next = file.resolveSibling(file.getFileName() + ".new");
            StateFolder.prepare(next);
            Files.write(next, LedgerText.write(entries));
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new GuideException(
                    "the ledger %s cannot be written: %s".formatted(file, failure.getMessage()), failure);
        }
    }
}
