package io.vmsh.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks at files on a host: whether they are there, and on which filesystem. */
public final class FileLook {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    /** Changes of a file in use that are seen a moment apart. */
    private static final long SAME_SECONDS = 30;

    /** For each path a line {@code inode, time of change, path without links}, then an empty line, then the mounts. */
    private static final String SCRIPT = """
            for file; do
                real=$(readlink -f -- "$file") || real=$file
                stamp=$(stat -L -c '%i %Y' -- "$real" 2>/dev/null) || stamp='- -'
                printf '%s %s\\n' "$stamp" "$real"
            done
            echo
            cat /proc/self/mounts""";

    /** A host may print more than it was asked for, such as a banner. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private FileLook() {}

    /**
     * A file.
     *
     * @param fileSystem of the folder it is in or would be in
     * @param inode empty when there is no such file
     * @param real its path without symbolic links
     */
    public record Seen(Optional<FileSystem> fileSystem, Optional<String> inode, long changedSeconds, String real) {
        public boolean exists() {
            return inode.isPresent();
        }

        /** Whether this is, as far as can be seen from outside, the very file that was seen on another host. */
        public boolean looksSameAs(Seen other) {
            return exists()
                    && inode.equals(other.inode)
                    && Math.abs(changedSeconds - other.changedSeconds) <= SAME_SECONDS;
        }

        /** Whether this is for certain another file: nothing about it is as it was seen there. */
        public boolean cannotBe(Seen other) {
            return exists() && other.exists() && !inode.equals(other.inode) && changedSeconds != other.changedSeconds;
        }
    }

    /** Looks at several files at once; empty when the host cannot be asked. */
    public static Map<String, Seen> at(HostShell host, List<String> paths) {
        return host.run(LIMIT, words(paths))
                .filter(output -> output.exit() == 0)
                .map(output -> parse(paths, output.out()))
                .orElse(Map.of());
    }

    /** The same; a host that cannot be asked is an exception. */
    public static Map<String, Seen> at(Host host, List<String> paths) {
        return paths.isEmpty()
                ? Map.of()
                : parse(paths, host.run(LIMIT, words(paths)).out());
    }

    private static List<String> words(List<String> paths) {
        List<String> words = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh"));
        words.addAll(paths);
        return words;
    }

    static Map<String, Seen> parse(List<String> paths, String text) {
        String[] lines = text.split("\n", -1);
        int gap = paths.size();
        if (lines.length <= gap || !lines[gap].isEmpty()) {
            return Map.of();
        }
        Mounts mounts = Mounts.parse(text);
        Map<String, Seen> seen = new HashMap<>();
        for (int i = 0; i < gap; i++) {
            String[] fields = lines[i].split(" ", 3);
            if (fields.length == 3) {
                boolean exists = NUMBER.matcher(fields[0]).matches()
                        && NUMBER.matcher(fields[1]).matches();
                seen.put(
                        paths.get(i),
                        new Seen(
                                mounts.of(fields[2]),
                                exists ? Optional.of(fields[0]) : Optional.empty(),
                                exists ? Long.parseLong(fields[1]) : 0,
                                fields[2]));
            }
        }
        return Map.copyOf(seen);
    }
}
