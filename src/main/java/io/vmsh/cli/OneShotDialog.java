package io.vmsh.cli;

import io.vmsh.command.Dialog;
import java.io.Console;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The person who started a one-shot run: asked only where both ends are a terminal. */
final class OneShotDialog implements Dialog {
    private final Surroundings surroundings;

    OneShotDialog(Surroundings surroundings) {
        this.surroundings = surroundings;
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
            return null;
        }
        surroundings.out().flush();
        if (echo) {
            return console.readLine("%s", prompt);
        }
        char[] answer = console.readPassword("%s", prompt);
        return answer == null ? null : new String(answer);
    }

    @Override
    public void progress(String line) {}

    @Override
    public void say(String line) {
        surroundings.out().flush();
        surroundings.err().print(line + "\n");
        surroundings.err().flush();
    }

    @Override
    public void onInterrupt(@Nullable Runnable action) {}

    private @Nullable Console console() {
        Console console = surroundings.terminals().in() ? System.console() : null;
        return console != null && console.isTerminal() ? console : null;
    }
}
