package io.vmsh.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is mounted on a host, as {@code /proc/mounts} tells it. */
public final class Mounts {
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

    private final List<Mount> mounts;

    private Mounts(List<Mount> mounts) {
        this.mounts = List.copyOf(mounts);
    }

    /** One filesystem and the folder it is seen in. */
    public record Mount(String folder, FileSystem fileSystem) {}

    /** Reads {@code /proc/mounts}. */
    public static Mounts parse(String text) {
        List<Mount> mounts = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String[] fields = line.split(" ", -1);
            if (fields.length >= 3) {
                mounts.add(new Mount(plain(fields[1]), new FileSystem(fields[2])));
            }
        }
        return new Mounts(mounts);
    }

    /** The filesystem that a path without symbolic links is on: of the longest folder, the one mounted last. */
    public Optional<FileSystem> of(String path) {
        Mount best = null;
        for (Mount mount : mounts) {
            if (contains(mount.folder(), path)
                    && (best == null || mount.folder().length() >= best.folder().length())) {
                best = mount;
            }
        }
        return Optional.ofNullable(best).map(Mount::fileSystem);
    }

    private static boolean contains(String folder, String path) {
        return folder.equals("/") || path.equals(folder) || path.startsWith(folder + "/");
    }

    private static String plain(String field) {
        return OCTAL.matcher(field)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 8))));
    }
}
