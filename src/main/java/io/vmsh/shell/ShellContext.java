package io.vmsh.shell;

import io.vmsh.cli.ErrorLog;
import io.vmsh.cli.Setup;
import io.vmsh.cli.StatementOutput;
import io.vmsh.cli.Surroundings;
import io.vmsh.command.Command;
import io.vmsh.command.Interpreter;
import io.vmsh.command.Workspace;
import io.vmsh.completion.Completion;
import io.vmsh.render.Theme;
import io.vmsh.session.CachedInventory;
import io.vmsh.session.StateFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.shell.core.command.CommandParser;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.jline.JLineInputProvider;
import org.springframework.shell.jline.PromptProvider;

/** Puts the shell together: Spring's container with each bean made by a line of code, nothing searched for. */
final class ShellContext {
    private ShellContext() {}

    static GenericApplicationContext of(Setup setup, StatementOutput output) {
        Surroundings surroundings = setup.surroundings();
        StateFolder state = new StateFolder(surroundings.environment());
        ErrorLog log = new ErrorLog(state);
        Terminal terminal = Terminals.open();
        output.width(terminal::getWidth);
        TerminalDialog dialog =
                new TerminalDialog(terminal, surroundings, setup.options().escape());
        Workspace workspace = setup.workspace(dialog, true);
        Interpreter interpreter = new Interpreter(workspace);
        Completion completion =
                new Completion(workspace, new CachedInventory(workspace.sessions()), home(surroundings));

        GenericApplicationContext context = new GenericApplicationContext();
        context.registerBean(Terminal.class, () -> terminal);
        context.registerBean(TerminalDialog.class, () -> dialog);
        context.registerBean(Workspace.class, () -> workspace);
        context.registerBean(CommandParser.class, () -> new StatementParser(interpreter));
        context.registerBean(CommandRegistry.class, () -> registry(workspace, interpreter, output));
        context.registerBean(PromptProvider.class, () -> new SessionPrompt(workspace));
        context.registerBean(
                LineReader.class,
                () -> reader(
                        terminal,
                        workspace,
                        isColoured(setup),
                        completion,
                        new StatementCompleter(context.getBean(CommandRegistry.class), completion, log),
                        new StatementHistory(workspace.commands()::spec, state, log)));
        context.registerBean(
                JLineInputProvider.class,
                () -> new StatementInput(
                        context.getBean(LineReader.class), context.getBean(PromptProvider.class), dialog));
        context.registerBean(
                StatementRunner.class,
                () -> new StatementRunner(
                        (StatementInput) context.getBean(JLineInputProvider.class),
                        interpreter,
                        context.getBean(CommandParser.class),
                        context.getBean(CommandRegistry.class),
                        new Worker(terminal, dialog),
                        output,
                        dialog,
                        new Mistakes(workspace.commands()),
                        new Leaving(workspace, dialog),
                        log));
        context.refresh();
        LineReader reader = context.getBean(LineReader.class);
        dialog.readsWith(reader);
        workspace.remembers(() -> lines(reader.getHistory()));
        return context;
    }

    private static List<String> lines(History history) {
        List<String> lines = new ArrayList<>();
        history.forEach(entry -> lines.add(entry.line()));
        return lines;
    }

    private static CommandRegistry registry(Workspace workspace, Interpreter interpreter, StatementOutput output) {
        return new CommandRegistry(workspace.commands().all().stream()
                .map(Command::spec)
                .map(spec -> new StatementCommand(spec, interpreter, output))
                .collect(Collectors.toSet()));
    }

    private static LineReader reader(
            Terminal terminal,
            Workspace workspace,
            boolean color,
            Completion completion,
            StatementCompleter completer,
            StatementHistory history) {
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .appName("vmsh")
                .terminal(terminal)
                .parser(new LineParser(completion))
                .completer(completer)
                .history(history)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P  > ")
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.COMPLETE_MATCHER_TYPO, false)
                .option(LineReader.Option.GROUP, false)
                .option(LineReader.Option.AUTO_GROUP, false);
        if (color) {
            builder.highlighter(new StatementHighlighter(
                    workspace.commands()::spec,
                    word -> workspace.commands().all().stream()
                            .anyMatch(command -> command.spec().name().startsWith(word))));
        }
        return builder.build();
    }

    private static boolean isColoured(Setup setup) {
        Surroundings surroundings = setup.surroundings();
        return Theme.of(setup.options().color(), true, surroundings.environment()) == Theme.COLOURED;
    }

    private static @Nullable Path home(Surroundings surroundings) {
        String home = surroundings.environment().get("HOME");
        return home == null || !home.startsWith("/") ? null : Path.of(home);
    }
}
