package io.vmsh.batch;

import io.vmsh.batch.ScriptParser.Numbering;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Nearest;
import io.vmsh.spec.UsageException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Reads scripts with all they include, and makes plans of them. */
public final class Scripts {
    /** What the note of an answer is called, before the key of the step that asked. */
    private static final String ANSWER = "answer ";

    private final Settings settings;
    private final Loader loader = new Loader();
    private final Numbering numbering = new Numbering();
    private final List<Source> sources = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<Path> open = new ArrayList<>();

    private Scripts(Settings settings) {
        this.settings = settings;
    }

    /**
     * What a script is read with.
     *
     * @param sessions what there is before it
     * @param environment what {@code ${env.NAME}} stands for
     * @param given values from outside
     * @param renaming other sessions for those that it names
     * @param answered whether there is an answer for the question of a step: from somebody who is there, or from before
     */
    public record Settings(
            Grammar grammar,
            Sessions sessions,
            Map<String, String> environment,
            Map<String, String> given,
            Renaming renaming,
            IntPredicate answered) {
        public Settings {
            environment = Map.copyOf(environment);
            given = Map.copyOf(given);
        }
    }

    /**
     * Reads and checks a script; nothing is run.
     *
     * @param file absolute
     * @param name what it is called in messages
     * @throws IOException when the file cannot be read
     */
    public static Plan read(Path file, String name, Settings settings) throws IOException {
        return new Scripts(settings).plan(file, name);
    }

    /** What the answer to a step's question is noted as, for a run that goes on with this one. */
    static String answer(String key) {
        return ANSWER + key;
    }

    /** Whether a run has noted an answer to the question of a step, which in a loop has several. */
    public static boolean isAnswered(PastRun past, int step) {
        return past.notes().keySet().stream().anyMatch(name -> name.matches(ANSWER + step + "(\\D.*)?"));
    }

    private Plan plan(Path file, String name) throws IOException {
        List<Node> nodes;
        try {
            nodes = nodes(file, name);
        } catch (UnreadableScriptException strange) {
            return new Plan(List.of(), List.of(new Mistake(null, name + ": " + strange.why())), List.of(), Map.of());
        }
        Checker checker = new Checker(settings.grammar(), settings.sessions(), settings.answered(), mistakes::add);
        Map<Integer, Step> steps = checker.check(nodes, scope());
        surplus(checker.names());
        mistakes.sort(Comparator.comparing(Mistake::place, Comparator.nullsFirst(inReadingOrder())));
        return new Plan(sources, mistakes, nodes, steps);
    }

    private Scope scope() {
        return Scope.of(settings.environment(), settings.given(), settings.renaming());
    }

    private Comparator<Place> inReadingOrder() {
        List<String> files = sources.stream().map(Source::name).toList();
        return Comparator.<Place>comparingInt(place -> files.indexOf(place.file()))
                .thenComparingInt(Place::line)
                .thenComparingInt(Place::column);
    }

    /** A value for a name that nothing has is a slip of the pen. */
    private void surplus(Set<String> names) {
        for (String given : settings.given().keySet().stream().sorted().toList()) {
            if (!names.contains(given) && !used(given)) {
                mistakes.add(new Mistake(
                        null,
                        "a value is given for '%s', which the script does not have%s"
                                .formatted(given, Nearest.question(given, names))));
            }
        }
    }

    private boolean used(String name) {
        return sources.stream().anyMatch(source -> source.text().contains("${" + name + "}"));
    }

    private List<Node> nodes(Path file, String name) throws IOException {
        Source source = loader.read(file, name);
        sources.add(source);
        open.add(real(file));
        try {
            return new ScriptParser(source, mistakes::add, numbering, word -> included(source, word)).read();
        } finally {
            open.removeLast();
        }
    }

    /** Where a file really is; a pipe is nowhere. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException nowhere) {
            return file;
        }
    }

    private List<Node> included(Source from, Word word) {
        String name = word.template().fixed();
        if (name == null) {
            throw new UsageException(
                    "the file must be known before anything runs: no variables", word.start(), word.end());
        }
        try {
            Path file = from.file().resolveSibling(name);
            if (open.contains(real(file))) {
                throw new UsageException("'%s' includes itself".formatted(name), word.start(), word.end());
            }
            return nodes(file, Path.of(from.name()).resolveSibling(name).toString());
        } catch (IOException | InvalidPathException unreadable) {
            throw new UsageException(
                    "'%s' cannot be read: %s".formatted(name, reason(unreadable)), word.start(), word.end());
        } catch (UnreadableScriptException strange) {
            throw new UsageException("'%s': %s".formatted(name, strange.why()), word.start(), word.end());
        }
    }

    private static String reason(Exception unreadable) {
        return unreadable instanceof NoSuchFileException ? "no such file" : String.valueOf(unreadable.getMessage());
    }
}
