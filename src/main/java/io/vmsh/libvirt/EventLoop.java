package io.vmsh.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Native;
import org.jspecify.annotations.Nullable;

/**
 * libvirt's default event loop ({@code virEventRegisterDefaultImpl}, {@code virEventRunDefaultImpl}) on one thread of
 * its own. It reads idle connections, sends keepalive probes and delivers events, all of which a connection only gets
 * when the loop was registered before it was opened. It runs while somebody needs it: a thread that waits in native code
 * makes the JVM linger for 300 ms before it ends.
 */
final class EventLoop {
    /** Pause after a round that failed, so that a lasting fault does not burn a processor. */
    private static final long PAUSE_MILLIS = 100;
    /**
     * Each call to a daemon wakes the loop twice, to tell it that the call's own thread reads the answer, and that it has
     * it: a thousand statements spent half their time on that. While the loop sleeps libvirt leaves that out. So after
     * some rounds in quick succession there is a pause before each, shorter than anybody notices.
     */
    private static final int QUICK_ROUNDS = 10;

    private static final long QUICK_NANOS = 1_000_000;
    private static final long BREATH_MILLIS = 5;

    /** Longest wait for the thread to end. */
    private static final long STOP_MILLIS = 200;

    private static final int NEVER = -1;
    private static final int NOW = 0;

    /** A timer that only serves to end a wait; held here because libvirt only keeps its address. */
    private static final EventApi.Timeout WAKE = (timer, opaque) -> {};

    private static int timer = -1;
    private static int users;
    private static @Nullable Round round;

    private EventLoop() {}

    /** Sees to it that the loop runs until {@link #leave} is called as often. */
    static synchronized void enter() {
        if (timer < 0) {
            // JNA's own way is to print a listener's mistake on the terminal.
            Native.setCallbackExceptionHandler(EventLoop::report);
            Failures.check(EventApi.API.virEventRegisterDefaultImpl());
            timer = Failures.check(EventApi.API.virEventAddTimeout(NEVER, WAKE, null, null));
        }
        if (users++ == 0) {
            round = new Round();
            round.start();
        }
    }

    /** Gives what a listener threw to whoever hears of such things from other threads. */
    private static void report(Callback listener, Throwable mistake) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, mistake);
    }

    /** Ends the loop when nobody needs it any more. */
    static synchronized void leave() {
        if (--users == 0 && round != null) {
            Round ending = round;
            round = null;
            ending.stop();
        }
    }

    /** One thread from start to end. */
    private static final class Round {
        private final Thread thread =
                Thread.ofPlatform().daemon().name("libvirt-events").unstarted(this::run);
        private volatile boolean stopping;

        void start() {
            thread.start();
        }

        private void run() {
            try {
                int quick = 0;
                while (!stopping) {
                    long start = System.nanoTime();
                    if (EventApi.API.virEventRunDefaultImpl() < 0) {
                        ErrorApi.API.virResetLastError();
                        Thread.sleep(PAUSE_MILLIS);
                    }
                    quick = System.nanoTime() - start < QUICK_NANOS ? quick + 1 : 0;
                    if (quick > QUICK_ROUNDS) {
                        Thread.sleep(BREATH_MILLIS);
                    }
                }
            } catch (InterruptedException ended) {
                // The process is ending.
            }
        }

        void stop() {
            stopping = true;
            EventApi.API.virEventUpdateTimeout(timer, NOW);
            try {
                thread.join(STOP_MILLIS);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            } finally {
                EventApi.API.virEventUpdateTimeout(timer, NEVER);
            }
        }
    }
}
