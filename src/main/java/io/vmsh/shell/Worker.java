package io.vmsh.shell;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements, each on a platform thread of its own, and follows Ctrl-C meanwhile: a statement that has a question to
 * ask asks it, another is interrupted, and one that does not end then is left behind, since a native call cannot be
 * stopped.
 */
final class Worker {
    private static final long GRACE_MILLIS = 500;

    private final Terminal terminal;
    private final TerminalDialog dialog;

    Worker(Terminal terminal, TerminalDialog dialog) {
        this.terminal = terminal;
        this.dialog = dialog;
    }

    /** How a statement came to its end. */
    sealed interface Ending {
        /** It returned something by itself. */
        record Finished(Object value) implements Ending {}

        /** It threw something. */
        record Failed(Throwable reason) implements Ending {}

        /** It goes on, but nobody waits for it. */
        record LeftBehind() implements Ending {}
    }

    /**
     * An ending, and whether Ctrl-C brought it about.
     *
     * @param interrupted whether the rest of the line is off
     */
    record Run(Ending ending, boolean interrupted) {}

    /** Whether the calling thread runs a statement that was left behind: nothing it says is to be heard. */
    static boolean isLeftBehind() {
        return Thread.currentThread() instanceof StatementThread thread && thread.isLeft();
    }

    /** Lets a statement print, unless it was left behind. */
    static void unlessLeftBehind(Runnable printing) {
        if (Thread.currentThread() instanceof StatementThread thread) {
            thread.unlessLeft(printing);
        } else {
            printing.run();
        }
    }

    /** Runs it to its end, or until Ctrl-C is pressed and it does not end soon. */
    Run run(Callable<?> statement) {
        StatementThread thread = new StatementThread(statement);
        SignalHandler before = terminal.handle(Signal.INT, signal -> thread.events.add(Event.INTERRUPT));
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
        while (next(thread, Long.MAX_VALUE) == Event.INTERRUPT) {
            Runnable action = dialog.interruptAction();
            if (action == null) {
                thread.interrupt();
                boolean ended = next(thread, GRACE_MILLIS) == Event.ENDED;
                return new Run(ended ? thread.ending() : thread.leave(), true);
            }
            action.run();
        }
        return new Run(thread.ending(), false);
    }

    /** The next event; null when there is none in time. */
    private static @Nullable Event next(StatementThread thread, long millis) {
        try {
            return thread.events.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException alsoCtrlC) {
            return Event.INTERRUPT;
        }
    }

    private enum Event {
        ENDED,
        INTERRUPT
    }

    private static final class StatementThread extends Thread {
        private final Callable<?> statement;
        private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        private Ending ending = new Ending.LeftBehind();
        private boolean left;

        StatementThread(Callable<?> statement) {
            super("statement");
            setDaemon(true);
            this.statement = statement;
        }

        @Override
        public void run() {
            Ending found;
            try {
                found = new Ending.Finished(statement.call());
            } catch (Throwable reason) {
                found = new Ending.Failed(reason);
            }
            synchronized (this) {
                ending = found;
            }
            events.add(Event.ENDED);
        }

        synchronized Ending ending() {
            return ending;
        }

        /** Leaves it behind, unless it has come to its end at the last moment. */
        synchronized Ending leave() {
            left = ending instanceof Ending.LeftBehind;
            return ending;
        }

        synchronized boolean isLeft() {
            return left;
        }

        synchronized void unlessLeft(Runnable printing) {
            if (!left) {
                printing.run();
            }
        }
    }
}
