package io.vmsh.command.script;

import io.vmsh.batch.Plan;
import io.vmsh.batch.Renaming;
import io.vmsh.batch.Runner;
import io.vmsh.batch.Scripts;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.LocalFile;
import io.vmsh.command.Workspace;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Rest;
import io.vmsh.spec.UsageException;
import io.vmsh.spec.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** What {@code run} was asked to do: which file, with which values, in which manner. */
record ScriptRequest(Invocation statement) {
    /** With {@code --resume}, the journal's id. */
    static final Opt<Path> FILE = Opt.of("file", Value.FILE, "the script, usually *.vmsh");

    static final Flag KEEP_GOING = Flag.of("keep-going", "go on behind a statement that fails");
    static final Opt<Integer> JOBS = Opt.of("jobs", Value.INT, "most hosts of an 'on' block at a time; else all")
            .named();
    static final Opt<Duration> TIMEOUT = Opt.of(
                    "timeout", Value.DURATION, "longest time for each statement, such as 30s or 5m")
            .named();
    static final Flag YES = Flag.of("yes", "agree to all that the statements ask for consent");
    static final Opt<String> MAP = Opt.of(
                    "map",
                    Value.TEXT.labelled("name=other"),
                    "sessions to take in the place of others, separated by commas: kvm1=kvm3,kvm2=kvm4")
            .named();
    static final Rest<String> SET =
            Rest.of("set", Value.TEXT.labelled("name=value"), "value of a variable, before the script's own");

    /** The script's file. */
    Path file() {
        return statement.find(FILE).orElseThrow(() -> new UsageException("command 'run' requires <file> option", 0, 0));
    }

    boolean yes() {
        return statement.has(YES);
    }

    /** The values of variables from outside. */
    Map<String, String> given() {
        return pairs(statement.all(SET), "'%s' sets nothing: write NAME=VALUE");
    }

    private Renaming renaming() {
        List<String> words = statement.find(MAP).stream()
                .flatMap(word -> List.of(word.split(",", -1)).stream())
                .toList();
        return new Renaming(pairs(words, "'%s' maps nothing: write SESSION=OTHER"));
    }

    private static Map<String, String> pairs(List<String> words, String complaint) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new UsageException(complaint.formatted(word), 0, 0);
            }
            pairs.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return pairs;
    }

    /**
     * What the script is read and run with.
     *
     * @param answered whether the question of a step was answered before
     */
    Scripts.Settings settings(Workspace workspace, IntPredicate answered) {
        Renaming renaming = renaming();
        for (String name : renaming.names().values()) {
            if (workspace.sessions().find(name).isEmpty()) {
                throw CommandFailure.of("--map: there is no session '%s'; 'sessions' lists them", name);
            }
        }
        return new Scripts.Settings(
                new CommandGrammar(workspace),
                workspace.sessions(),
                workspace.environment(),
                given(),
                renaming,
                step -> workspace.dialog().interactive() || answered.test(step));
    }

    Plan plan(Workspace workspace, Scripts.Settings settings) {
        Path file = file();
        try {
            return Scripts.read(workspace.directory().resolve(file), file.toString(), settings);
        } catch (IOException unreadable) {
            throw CommandFailure.of("Failed to open file '%s': %s", file, LocalFile.reason(unreadable));
        }
    }

    Runner.Manner manner() {
        int jobs = statement.find(JOBS).orElse(Integer.MAX_VALUE);
        if (jobs < 1) {
            throw new UsageException("--jobs takes a number of hosts, 1 or more", 0, 0);
        }
        return new Runner.Manner(
                statement.has(KEEP_GOING), jobs, statement.find(TIMEOUT).orElse(null));
    }

    /**
     * The words that ask for the same again.
     *
     * @param hidden names of variables whose values may not be written down
     */
    List<String> words(Workspace workspace, Set<String> hidden) {
        List<String> words = new ArrayList<>();
        words.add("run");
        words.add("--file=" + workspace.directory().resolve(file()).normalize());
        statement.flags().stream().sorted().forEach(flag -> words.add("--" + flag));
        for (Opt<?> option : List.of(JOBS, TIMEOUT, MAP)) {
            statement
                    .words()
                    .getOrDefault(option.name(), List.of())
                    .forEach(word -> words.add("--%s=%s".formatted(option.name(), word)));
        }
        given().forEach((name, value) -> {
            if (!hidden.contains(name)) {
                words.add("--set=%s=%s".formatted(name, value));
            }
        });
        return words;
    }
}
