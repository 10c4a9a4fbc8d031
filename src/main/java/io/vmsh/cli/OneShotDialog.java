package io.vmsh.cli;

import io.vmsh.advice.Problem;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Dialog;
import io.vmsh.hypervisor.GuestConsole;
import io.vmsh.render.Format;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * The person who started a one-shot run. What is found out on the way is asked only where both ends are a terminal;
 * credentials come from standard input whatever it is, as in virsh, unless the statements come from there.
 */
final class OneShotDialog implements Dialog {
    private final Surroundings surroundings;
    private final Complaints complaints;
    /** The key that leaves a console, as it is given with {@code -e}. */
    private final String escape;

    private final OneShotProgress progress;
    /** Where answers come from; null when statements do. */
    private final @Nullable InputStream answers;

    private @Nullable Object usualInterrupt;
    private boolean interruptTaken;

    OneShotDialog(Surroundings surroundings, Complaints complaints, String escape, boolean statementsOnInput) {
        this.escape = escape;
        this.surroundings = surroundings;
        this.complaints = complaints;
        this.answers = statementsOnInput ? null : surroundings.in();
        this.progress = new OneShotProgress(surroundings.err());
    }

    @Override
    public boolean interactive() {
        return console() != null;
    }

    @Override
    public boolean confirm(String question) {
        String answer = ask(question + " [y/N] ", true);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y(es)?");
    }

    @Override
    public @Nullable String ask(String prompt, boolean echo) {
        Console console = console();
        if (console == null) {
            return read(prompt, echo);
        }
        surroundings.out().flush();
        if (echo) {
            return console.readLine("%s", prompt);
        }
        char[] answer = console.readPassword("%s", prompt);
        return answer == null ? null : new String(answer);
    }

    /** Where results go into a file or a pipe, the question goes to the error stream. */
    private @Nullable String read(String prompt, boolean echo) {
        if (answers == null) {
            return null;
        }
        try {
            if (!surroundings.terminals().in()) {
                return InputLine.read(answers);
            }
            surroundings.err().print(prompt);
            surroundings.err().flush();
            if (echo) {
                return InputLine.read(answers);
            }
            try (RawTerminal _ = RawTerminal.unseen()) {
                return InputLine.read(answers);
            } finally {
                surroundings.err().println();
                surroundings.err().flush();
            }
        } catch (IOException gone) {
            return null;
        }
    }

    @Override
    public void attach(String greeting, GuestConsole console) {
        surroundings.out().print(greeting + ConsoleTraffic.greeting(escape));
        surroundings.out().flush();
        try (RawTerminal terminal = RawTerminal.raw()) {
            terminal.join(console, surroundings, escape);
        } catch (IOException failure) {
            throw CommandFailure.of("The terminal is gone: %s", String.valueOf(failure.getMessage()));
        }
    }

    @Override
    public void progress(String line) {
        if (surroundings.terminals().err()) {
            progress.show(line);
        }
    }

    @Override
    public int columns() {
        return surroundings.terminals().err() ? progress.width() - 1 : Integer.MAX_VALUE;
    }

    @Override
    public void meter(String text) {
        if (!surroundings.terminals().err()) {
            surroundings.out().flush();
            surroundings.err().print(text);
            surroundings.err().flush();
        }
    }

    @Override
    public void tell(Problem problem) {
        progress("");
        complaints.tell(problem, Format.TABLE);
    }

    @Override
    public void say(String line) {
        progress("");
        surroundings.out().flush();
        surroundings.err().print(line + "\n");
        surroundings.err().flush();
    }

    @Override
    public synchronized void onInterrupt(@Nullable Runnable action) {
        if (action != null) {
            Object before = Signals.register("INT", action);
            usualInterrupt = interruptTaken ? usualInterrupt : before;
            interruptTaken = true;
        } else if (interruptTaken) {
            Signals.unregister("INT", usualInterrupt);
            interruptTaken = false;
        }
    }

    private @Nullable Console console() {
        Console console = surroundings.terminals().in() ? System.console() : null;
        return console != null && console.isTerminal() ? console : null;
    }
}
