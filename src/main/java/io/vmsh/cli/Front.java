package io.vmsh.cli;

import io.vmsh.advice.ExitCode;
import io.vmsh.command.Interpreter;
import io.vmsh.command.Workspace;
import io.vmsh.hypervisor.Connector;
import io.vmsh.session.CannotConnectException;
import io.vmsh.session.Configuration;
import io.vmsh.session.ConfigurationReader;
import io.vmsh.session.Session;
import io.vmsh.session.StateFolder;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.UsageException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the option line and runs what it asks for: a statement, standard input, or the shell. */
public final class Front {
    private static final int MOST_DEBUG = 4;

    private final Surroundings surroundings;
    private final Connector connector;
    private final Shell shell;

    /** The shell with a prompt, which is loaded only when it is wanted. */
    @FunctionalInterface
    public interface Shell {
        /** Runs until it is left; returns the exit code. */
        int run(Setup setup, StatementOutput output);
    }

    /** A front for one run. */
    public Front(Surroundings surroundings, Connector connector, Shell shell) {
        this.surroundings = surroundings;
        this.connector = connector;
        this.shell = shell;
    }

    /** Runs one command line; nothing gets out as an exception. */
    public int run(List<String> words) {
        Complaints early = new Complaints(surroundings, "auto", new Trace(null, null, surroundings.out()));
        try {
            OptionLine options = OptionLineReader.read(words);
            if (!options.atPrompt(surroundings)) {
                return run(options, this::configuration, early);
            }
            Configuration settled = settled(early);
            return run(options.or(settled), () -> settled, early);
        } catch (UsageException mistake) {
            early.tell(mistake.lines());
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError unexpected) {
            early.tell(List.of(unexpected(unexpected)));
        }
        return ExitCode.FAILED;
    }

    private Configuration configuration() {
        return ConfigurationReader.read(Configuration.file(surroundings.environment()));
    }

    /**
     * The configuration for a whole time at the prompt, where its settings hold, too: one-shot runs mean the same wherever
     * they are started. A mistake in the file is told and does not keep anybody out of the shell.
     */
    private Configuration settled(Complaints early) {
        try {
            return configuration();
        } catch (UsageException mistake) {
            early.tell(mistake.lines());
            return Configuration.NONE;
        }
    }

    private int run(OptionLine options, Supplier<Configuration> configuration, Complaints early) {
        List<String> warnings = new ArrayList<>();
        Trace trace = new Trace(debugLevel(options, warnings), logFile(options), surroundings.out());
        warnings.addAll(options.warnings());
        Complaints complaints = new Complaints(surroundings, options.color(), trace);
        try {
            trace.open();
        } catch (IOException unusable) {
            early.tell(List.of("failed to open the log file. check the log file path"));
            return ExitCode.FAILED;
        }
        complaints.tell(warnings);
        return switch (options.action()) {
            case HELP -> show(Usage.text(Catalogue.commands()));
            case VERSION -> show(Versions.libvirt(connector) + "\n");
            case LONG_VERSION -> show(Versions.all(connector));
            case RUN -> run(options, new Setup(surroundings, options, configuration, connector), complaints, trace);
        };
    }

    private int run(OptionLine options, Setup setup, Complaints complaints, Trace trace) {
        StatementOutput output = new StatementOutput(options, surroundings.out(), complaints);
        boolean fromInput = options.words().isEmpty();
        if (options.atPrompt(surroundings)) {
            return shell.run(setup, output);
        }
        Workspace workspace =
                setup.workspace(new OneShotDialog(surroundings, complaints, options.escape(), fromInput), fromInput);
        try (var sessions = workspace.sessions()) {
            OneShot oneShot = new OneShot(new Interpreter(workspace), options, output, complaints, trace);
            List<Invocation> statements = fromInput ? List.of() : oneShot.read();
            if (statements == null) {
                return ExitCode.FAILED;
            }
            if (options.connect() != null) {
                sessions.current().ifPresent(Session::hypervisor);
            }
            return fromInput ? oneShot.run(surroundings) : oneShot.run(statements);
        } catch (CannotConnectException refused) {
            complaints.tell(Interpreter.cannotConnect(refused.reason()), options.output());
            return ExitCode.FAILED;
        }
    }

    /** What to say about a mistake in vmsh itself; the details go to the log. */
    private String unexpected(Throwable failure) {
        String where = new ErrorLog(new StateFolder(surroundings.environment()))
                .write("unexpected", failure)
                .map(file -> "; the details are in " + file)
                .orElse("");
        return "something went wrong inside vmsh (%s)%s"
                .formatted(failure.toString().lines().findFirst().orElse(""), where);
    }

    private int show(String text) {
        surroundings.out().print(text);
        return ExitCode.OK;
    }

    private @Nullable Integer debugLevel(OptionLine options, List<String> warnings) {
        String word = surroundings.environment().get("VIRSH_DEBUG");
        if (word == null) {
            return options.debug();
        }
        OptionalInt level = CNumber.parse(word, 10);
        if (level.isEmpty() || level.getAsInt() < 0 || level.getAsInt() > MOST_DEBUG) {
            warnings.add("VIRSH_DEBUG not set with a valid numeric value");
            return options.debug();
        }
        return options.debug() != null ? options.debug() : Integer.valueOf(level.getAsInt());
    }

    private @Nullable Path logFile(OptionLine options) {
        String name = options.logFile() != null ? options.logFile() : surroundings.variable("VIRSH_LOG_FILE");
        try {
            return name == null ? null : surroundings.directory().resolve(name);
        } catch (InvalidPathException unusable) {
            throw new UsageException("failed to open the log file. check the log file path", 0, 0);
        }
    }
}
