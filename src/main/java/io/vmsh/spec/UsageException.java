package io.vmsh.spec;

import java.util.List;

/** A statement that cannot be run as typed; nothing has been run. */
public final class UsageException extends RuntimeException {
    private final List<String> lines;
    private final int start;
    private final int end;

    /**
     * A mistake at a place.
     *
     * @param start offset of its first character in the text
     * @param end offset after its last
     */
    public UsageException(String line, int start, int end) {
        this(List.of(line), start, end);
    }

    /** Several mistakes of one statement, a line each. */
    public UsageException(List<String> lines, int start, int end) {
        super(String.join("; ", lines));
        this.lines = List.copyOf(lines);
        this.start = start;
        this.end = end;
    }

    /** The mistakes, a line each. */
    public List<String> lines() {
        return lines;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }
}
