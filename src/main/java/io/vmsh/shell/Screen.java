package io.vmsh.shell;

import io.vmsh.command.Outcome;
import io.vmsh.command.Result;
import io.vmsh.render.Printer;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Where results and errors are put: data on standard output, all else on the error stream. */
final class Screen {
    private final PrintStream out;
    private final PrintStream err;
    private final ShellSettings settings;

    Screen(PrintStream out, PrintStream err, ShellSettings settings) {
        this.out = out;
        this.err = err;
        this.settings = settings;
    }

    /** Shows a part of what a statement has to show, before it ends. */
    void show(Result part) {
        print(settings.printer().print(part));
    }

    /** Shows how a statement ended. */
    void show(Outcome outcome) {
        Printer printer = settings.printer();
        switch (outcome) {
            case Outcome.Success success -> print(printer.print(success.result()));
            case Outcome.Failure failure -> {
                if (failure.shown() != null) {
                    print(printer.print(failure.shown()));
                }
                failure.problem().lines().forEach(line -> say("error: " + line));
            }
        }
    }

    /** What virsh prints after each statement: a blank line, or the time it took. */
    void endStatement(long nanos) {
        if (settings.timing()) {
            print(String.format(Locale.ROOT, "%n(Time: %.3f ms)%n%n", nanos / 1e6));
        } else if (!settings.quiet()) {
            print("\n");
        }
    }

    void banner(String line) {
        if (!settings.quiet()) {
            print(line + "\n");
        }
    }

    void say(List<String> lines) {
        lines.forEach(this::say);
    }

    void say(String line) {
        out.flush();
        err.print(line + "\n");
        err.flush();
    }

    private void print(String text) {
        out.print(text);
        out.flush();
    }
}
