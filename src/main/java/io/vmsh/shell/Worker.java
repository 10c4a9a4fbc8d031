package io.vmsh.shell;

import io.vmsh.shell.StatementThread.Ending;
import io.vmsh.shell.StatementThread.Event;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/**
 * Runs statements and follows Ctrl-C meanwhile: a statement that has a question to ask asks it, another is interrupted,
 * and one that does not end then is left behind, since a native call cannot be stopped.
 */
final class Worker {
    private static final long GRACE_MILLIS = 500;

    private final Terminal terminal;
    private final TerminalDialog dialog;

    Worker(Terminal terminal, TerminalDialog dialog) {
        this.terminal = terminal;
        this.dialog = dialog;
    }

    /**
     * An ending, and whether Ctrl-C brought it about.
     *
     * @param interrupted whether the rest of the line is off
     */
    record Run(Ending ending, boolean interrupted) {}

    /** Runs it to its end, or until Ctrl-C is pressed and it does not end soon. */
    Run run(Callable<?> statement) {
        StatementThread thread = new StatementThread(statement);
        SignalHandler before = terminal.handle(Signal.INT, signal -> thread.ctrlC());
        try {
            thread.start();
            return follow(thread);
        } finally {
            terminal.handle(Signal.INT, before);
            dialog.onInterrupt(null);
            dialog.progress("");
        }
    }

    private Run follow(StatementThread thread) {
        while (thread.next(Long.MAX_VALUE) == Event.CTRL_C) {
            Runnable action = dialog.interruptAction();
            dialog.endLine();
            if (action == null) {
                thread.interrupt();
                boolean ended = thread.next(GRACE_MILLIS) == Event.ENDED;
                return new Run(ended ? thread.ending() : thread.leave(), true);
            }
            action.run();
        }
        return new Run(thread.ending(), false);
    }
}
