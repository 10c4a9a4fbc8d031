package io.vmsh.completion;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Files below the working directory. A {@code ~} is replaced by the home folder when something behind it is chosen, since
 * commands do not know it.
 */
final class FileNames {
    private static final int MANY = 1000;

    private final Supplier<Path> directory;
    private final @Nullable Path home;

    FileNames(Supplier<Path> directory, @Nullable Path home) {
        this.directory = directory;
        this.home = home;
    }

    /** What a typed beginning may become; folders first, hidden files only when asked for by their dot. */
    List<Proposal> startingWith(String typed) {
        String word = home != null && (typed.equals("~") || typed.startsWith("~/")) ? home + typed.substring(1) : typed;
        if (typed.equals("~")) {
            return List.of(Proposal.begins(word + "/", ""));
        }
        int slash = word.lastIndexOf('/') + 1;
        String folder = word.substring(0, slash);
        String beginning = word.substring(slash);
        List<Proposal> found = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(directory.get().resolve(folder), entry -> fits(entry, beginning))) {
            for (Path entry : entries) {
                found.add(
                        Files.isDirectory(entry)
                                ? Proposal.begins(folder + entry.getFileName() + "/", "")
                                : Proposal.name(folder + entry.getFileName(), ""));
                if (found.size() == MANY) {
                    break;
                }
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException unreadable) {
            return List.of();
        }
        found.sort(Comparator.comparing(Proposal::complete).thenComparing(Proposal::value));
        return found;
    }

    private static boolean fits(Path entry, String beginning) {
        String name = String.valueOf(entry.getFileName());
        return name.startsWith(beginning) && (!name.startsWith(".") || beginning.startsWith("."));
    }
}
