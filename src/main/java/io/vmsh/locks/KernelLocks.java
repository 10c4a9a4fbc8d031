package io.vmsh.locks;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The locks on files that a host's kernel knows ({@code /proc/locks}): all that can be known of virtlockd's, since it lists
 * none. A host tells of its own processes only.
 */
public record KernelLocks(List<Held> held) {
    /** {@code 5: POSIX  ADVISORY  WRITE 156 fe:00:1706018 0 0}; one that waits has an arrow before its kind. */
    private static final Pattern LINE = Pattern.compile(
            "\\d+: (?<kind>\\w+) +\\w+ +(?<mode>\\w+) +(?<pid>-?\\d+) [0-9a-f]+:[0-9a-f]+:(?<inode>\\d+) .*");

    public KernelLocks {
        held = List.copyOf(held);
    }

    /**
     * One lock.
     *
     * @param process its number on the host; -1 for QEMU's locks, which belong to an open file
     * @param write whether nobody else may have it
     */
    public record Held(String inode, int process, boolean write) {}

    static KernelLocks parse(List<String> lines) {
        return new KernelLocks(lines.stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(lock -> new Held(
                        lock.group("inode"),
                        Integer.parseInt(lock.group("pid")),
                        lock.group("mode").equals("WRITE")))
                .toList());
    }

    /** The lock that a process has on a file. */
    public Optional<Held> on(String inode, int process) {
        return held.stream()
                .filter(lock -> lock.process() == process && lock.inode().equals(inode))
                .findFirst();
    }

    /** Whether QEMU has locked the image itself. */
    public boolean onImage(String inode) {
        return held.stream()
                .anyMatch(lock -> lock.process() == -1 && lock.inode().equals(inode));
    }
}
