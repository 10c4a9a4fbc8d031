package io.vmsh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a person types and sees, read from a file and written back the same.
 *
 * <pre>
 * # Any text; these words mean something, from here on:
 * # run: -q -c test:///default     options before each statement
 * # mask: Time: ([0-9.]+) ms       what varies: the groups, or the whole where there are none
 * # only: vmsh                     virsh does not know these statements
 * # differs: reason                the next statement, on purpose
 * $ list --all                     one fresh run with this statement as a single word
 * $ HOME=/x vmsh -q echo 'a b'     or a whole command line, as a calling shell would split it
 * &lt; typed                          a line on standard input
 * what is printed
 * ! what is printed on the error stream
 * [exit 1]                         where it is not 0
 * [no newline]                     where the last printed line lacks its end
 * </pre>
 *
 * A printed line that looks like one of these has a {@code \} before it. {@code ${dir}} is the working directory: a copy
 * of the files beside the transcript, and of those that all transcripts share.
 */
record Transcript(List<Part> parts) {
    private static final String UNENDED = "[no newline]";

    sealed interface Part {}

    /** A line that starts with {@code #}. */
    record Note(String line) implements Part {
        /** What follows {@code # key:}; null for another note. */
        String after(String key) {
            String start = "# " + key + ":";
            return line.startsWith(start) ? line.substring(start.length()).strip() : null;
        }
    }

    /** A statement and what came of it. */
    record Step(String statement, List<String> input, Output output) implements Part {}

    /** What a run printed, and its exit code. */
    record Output(String out, String err, int exitCode) {}

    static Transcript read(Path file) throws IOException {
        List<Part> parts = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); ) {
            String line = lines.get(i++);
            if (line.startsWith("$ ")) {
                int end = i;
                while (end < lines.size()
                        && !lines.get(end).startsWith("$ ")
                        && !lines.get(end).startsWith("#")) {
                    end++;
                }
                parts.add(step(line.substring(2), lines.subList(i, end)));
                i = end;
            } else if (line.startsWith("#")) {
                parts.add(new Note(line));
            } else {
                throw new IllegalArgumentException("%s:%d: neither a statement nor a note".formatted(file, i));
            }
        }
        return new Transcript(List.copyOf(parts));
    }

    private static Step step(String statement, List<String> lines) {
        List<String> input = new ArrayList<>();
        StringBuilder out = new StringBuilder();
        StringBuilder err = new StringBuilder();
        int code = 0;
        for (String line : lines) {
            if (line.startsWith("< ")) {
                input.add(line.substring(2));
            } else if (line.equals("!") || line.startsWith("! ")) {
                err.append(line.substring(Math.min(2, line.length()))).append('\n');
            } else if (line.startsWith("[exit ")) {
                code = Integer.parseInt(line.substring(6, line.length() - 1));
            } else if (line.equals(UNENDED)) {
                out.setLength(out.length() - 1);
            } else {
                out.append(line.startsWith("\\") ? line.substring(1) : line).append('\n');
            }
        }
        return new Step(statement, List.copyOf(input), new Output(out.toString(), err.toString(), code));
    }

    /** The file's text. */
    String text() {
        return parts.stream()
                .map(part -> switch (part) {
                    case Note note -> note.line() + "\n";
                    case Step step -> text(step);
                })
                .collect(Collectors.joining());
    }

    static String text(Step step) {
        StringBuilder text = new StringBuilder("$ " + step.statement() + "\n");
        step.input().forEach(line -> text.append("< ").append(line).append('\n'));
        Output output = step.output();
        output.out().lines().forEach(line -> text.append(escaped(line)).append('\n'));
        if (!output.out().isEmpty() && !output.out().endsWith("\n")) {
            text.append(UNENDED).append('\n');
        }
        output.err()
                .lines()
                .forEach(line -> text.append(("! " + line).stripTrailing()).append('\n'));
        if (output.exitCode() != 0) {
            text.append("[exit ").append(output.exitCode()).append("]\n");
        }
        return text.toString();
    }

    private static String escaped(String line) {
        boolean looksLikeMore = line.matches("([$<] .*)|(!( .*)?)|#.*|\\\\.*|\\[exit .*") || line.equals(UNENDED);
        return looksLikeMore ? "\\" + line : line;
    }
}
