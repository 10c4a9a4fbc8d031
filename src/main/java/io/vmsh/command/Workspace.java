package io.vmsh.command;

import io.vmsh.advice.Problem;
import io.vmsh.batch.Recording;
import io.vmsh.hypervisor.Connector;
import io.vmsh.preflight.ClockRule;
import io.vmsh.session.Sessions;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What commands work with in one run of vmsh, and the little that they remember from one statement to the next. */
public final class Workspace {
    private final Commands commands;
    private final Sessions sessions;
    private final Connector connector;
    private volatile Dialog dialog;
    private final boolean interactive;
    private final Map<String, String> environment;
    private Path directory = Path.of("").toAbsolutePath();
    private @Nullable Problem lastProblem;
    private final Set<String> underWay = new LinkedHashSet<>();
    private int readers;
    private @Nullable Recording recording;
    private volatile @Nullable Supplier<List<String>> history;
    private volatile Supplier<ClockRule> clocks = () -> ClockRule.USUAL;

    /**
     * A fresh workspace.
     *
     * @param interactive whether statements are typed at a prompt
     * @param environment the environment variables
     */
    public Workspace(
            Commands commands,
            Sessions sessions,
            Connector connector,
            Dialog dialog,
            boolean interactive,
            Map<String, String> environment) {
        this.commands = commands;
        this.sessions = sessions;
        this.connector = connector;
        this.dialog = dialog;
        this.interactive = interactive;
        this.environment = Map.copyOf(environment);
    }

    public Commands commands() {
        return commands;
    }

    public Sessions sessions() {
        return sessions;
    }

    public Connector connector() {
        return connector;
    }

    public Dialog dialog() {
        return dialog;
    }

    public boolean interactive() {
        return interactive;
    }

    /** Whether somebody reads along, so that more may be told than virsh tells. */
    public synchronized boolean watched() {
        return readers > 0 || dialog.interactive();
    }

    /** Whether a script runs, and not a statement typed or handed over. */
    public synchronized boolean inScript() {
        return readers > 0;
    }

    /** Does something with another dialog in the place of the usual one. */
    public <T> T through(Dialog other, Supplier<T> action) {
        Dialog usual = dialog;
        dialog = other;
        try {
            return action.get();
        } finally {
            dialog = usual;
        }
    }

    /** Does something that tells its reader all, such as a script. */
    public <T> T readingAlong(Supplier<T> action) {
        count(1);
        try {
            return action.get();
        } finally {
            count(-1);
        }
    }

    private synchronized void count(int more) {
        readers += more;
    }

    /** What clocks are held to. */
    public ClockRule clocks() {
        return clocks.get();
    }

    /** Sets what clocks are held to; asked when it is needed. */
    public void clocksBy(Supplier<ClockRule> rule) {
        clocks = rule;
    }

    /** The environment variables that vmsh was started with. */
    public Map<String, String> environment() {
        return environment;
    }

    /** The folder that relative paths in statements start from. */
    public synchronized Path directory() {
        return directory;
    }

    public synchronized void changeDirectory(Path absolute) {
        directory = absolute;
    }

    /** The last problem that could be explained, for {@code fix}. */
    public synchronized Optional<Problem> lastProblem() {
        return Optional.ofNullable(lastProblem);
    }

    public synchronized void remember(Problem problem) {
        if (problem.advice() != null) {
            lastProblem = problem;
        }
    }

    /** The script that is being recorded, if one is. */
    public synchronized Optional<Recording> recording() {
        return Optional.ofNullable(recording);
    }

    /** Begins a recording; null ends it. */
    public synchronized void record(@Nullable Recording next) {
        recording = next;
    }

    /** The lines typed at the prompt, oldest first; nothing where there is none. */
    public Optional<List<String>> history() {
        return Optional.ofNullable(history).map(Supplier::get);
    }

    /** Sets where the lines typed at the prompt are. */
    public void remembers(Supplier<List<String>> lines) {
        history = lines;
    }

    /** Notes something that goes on while the prompt is back, and that would end with the shell. */
    public synchronized void begin(String what) {
        underWay.add(what);
    }

    /** Notes that it has ended. */
    public synchronized void end(String what) {
        underWay.remove(what);
    }

    /** What goes on while the prompt is back, and would end with the shell. */
    public synchronized List<String> underWay() {
        return List.copyOf(underWay);
    }
}
