package io.vmsh.shell;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One statement, running on a platform thread of its own, since libvirt's last error belongs to the thread. */
final class StatementThread extends Thread {
    private final Callable<?> statement;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private Ending ending = new Ending.LeftBehind();
    private boolean left;

    StatementThread(Callable<?> statement) {
        super("statement");
        setDaemon(true);
        this.statement = statement;
    }

    /** How a statement came to its end. */
    sealed interface Ending {
        /** It returned something. */
        record Finished(Object value) implements Ending {}

        /** It threw something. */
        record Failed(Throwable reason) implements Ending {}

        /** It goes on, but nobody waits for it. */
        record LeftBehind() implements Ending {}
    }

    /** What may happen while somebody waits for it. */
    enum Event {
        ENDED,
        CTRL_C
    }

    /** Whether the calling thread runs a statement that was left behind: nothing it says is to be heard. */
    static boolean isLeftBehind() {
        return Thread.currentThread() instanceof StatementThread thread && thread.isLeft();
    }

    /** Lets the calling statement print, unless it was left behind. */
    static void unlessLeftBehind(Runnable printing) {
        if (Thread.currentThread() instanceof StatementThread thread) {
            thread.unlessLeft(printing);
        } else {
            printing.run();
        }
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

    /** Tells who waits that Ctrl-C was pressed. */
    void ctrlC() {
        events.add(Event.CTRL_C);
    }

    /** What happens next; null when nothing does in time. */
    @Nullable
    Event next(long millis) {
        try {
            return events.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException alsoCtrlC) {
            return Event.CTRL_C;
        }
    }

    synchronized Ending ending() {
        return ending;
    }

    /** Leaves it behind, unless it has come to its end at the last moment. */
    synchronized Ending leave() {
        left = ending instanceof Ending.LeftBehind;
        return ending;
    }

    private synchronized boolean isLeft() {
        return left;
    }

    private synchronized void unlessLeft(Runnable printing) {
        if (!left) {
            printing.run();
        }
    }
}
