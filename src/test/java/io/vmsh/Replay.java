package io.vmsh;

import io.vmsh.Transcript.Note;
import io.vmsh.Transcript.Output;
import io.vmsh.Transcript.Part;
import io.vmsh.Transcript.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Plays a transcript's statements and notes what comes of them. */
final class Replay {
    static final Path FOLDER = Path.of("src/test/resources/transcripts");
    private static final Pattern COMMAND_LINE = Pattern.compile("((?:[A-Z_]+=\\S* )*)vmsh(?: (.*))?");

    /** Something that can be given a command line. */
    @FunctionalInterface
    interface Shell {
        Output run(List<String> words, Map<String, String> environment, Path directory, String input);
    }

    /** Which statements to play. */
    enum Scope {
        ALL,
        /** Only those that virsh knows and answers alike. */
        SHARED
    }

    private final Shell shell;
    private final Scope scope;
    private List<String> options = List.of("-c", "test:///default");
    private final List<Pattern> masks = new ArrayList<>();
    private boolean shared = true;
    private boolean differs;

    Replay(Shell shell, Scope scope) {
        this.shell = shell;
        this.scope = scope;
    }

    /** Every transcript, in the order of their names; {@code -Dtranscripts.only=network/} leaves out the others. */
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            String only = System.getProperty("transcripts.only", "");
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .filter(file -> FOLDER.relativize(file).toString().startsWith(only))
                    .sorted()
                    .toList();
        }
    }

    /** The transcript with what its statements print now. */
    static Transcript play(Path file, Shell shell, Scope scope) throws IOException {
        Path directory = copyOf(file.toAbsolutePath().getParent());
        try {
            Replay replay = new Replay(shell, scope);
            return new Transcript(Transcript.read(file).parts().stream()
                    .map(part -> replay.play(part, directory))
                    .toList());
        } finally {
            delete(directory);
        }
    }

    private Part play(Part part, Path directory) {
        return switch (part) {
            case Note note -> {
                heed(note);
                yield note;
            }
            case Step step -> {
                boolean skipped = scope == Scope.SHARED && (!shared || differs);
                differs = false;
                yield skipped ? step : new Step(step.statement(), step.input(), run(step, directory));
            }
        };
    }

    private void heed(Note note) {
        String run = note.after("run");
        if (run != null) {
            options = Words.split(run);
        }
        String mask = note.after("mask");
        if (mask != null) {
            masks.add(Pattern.compile(mask));
        }
        shared &= note.after("only") == null;
        differs |= note.after("differs") != null;
    }

    private Output run(Step step, Path directory) {
        Path home = directory.resolve(".home");
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("HOME", home.toString());
        List<String> words = new ArrayList<>(options);
        words.replaceAll(word -> word.replace("${dir}", directory.toString()));
        String statement = step.statement().replace("${dir}", directory.toString());
        Matcher commandLine = COMMAND_LINE.matcher(statement);
        if (commandLine.matches()) {
            for (String assignment : Words.split(commandLine.group(1))) {
                int equals = assignment.indexOf('=');
                environment.put(assignment.substring(0, equals), assignment.substring(equals + 1));
            }
            words = Words.split(commandLine.group(2) == null ? "" : commandLine.group(2));
        } else {
            words.add(statement);
        }
        String input =
                String.join("", step.input().stream().map(line -> line + "\n").toList());
        Output output = shell.run(words, environment, directory, input);
        return new Output(masked(output.out(), directory), masked(output.err(), directory), output.exitCode());
    }

    private String masked(String text, Path directory) {
        String result = text.replace(directory.toString(), "${dir}");
        for (Pattern mask : masks) {
            result = mask.matcher(result).replaceAll(match -> {
                StringBuilder hidden = new StringBuilder(match.group());
                for (int group = match.groupCount(); group > 0; group--) {
                    if (match.start(group) >= 0) {
                        hidden.replace(match.start(group) - match.start(), match.end(group) - match.start(), "***");
                    }
                }
                return Matcher.quoteReplacement(match.groupCount() == 0 ? "***" : hidden.toString());
            });
        }
        return result;
    }

    private static Path copyOf(Path folder) throws IOException {
        Path copy = Files.createTempDirectory("transcript").toRealPath();
        Files.createDirectory(copy.resolve(".home"));
        for (Path source : List.of(FOLDER, folder)) {
            try (Stream<Path> files = Files.list(source)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        }
        return copy;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}
