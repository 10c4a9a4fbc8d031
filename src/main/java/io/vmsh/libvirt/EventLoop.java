package io.vmsh.libvirt;

import org.jspecify.annotations.Nullable;

/**
 * libvirt's default event loop ({@code virEventRegisterDefaultImpl}, {@code virEventRunDefaultImpl}) on one thread of
 * its own. It reads idle connections, sends keepalive probes and delivers events, all of which a connection only gets
 * when the loop was registered before it was opened.
 */
final class EventLoop {
    /** Pause after a round that failed, so that a lasting fault does not burn a processor. */
    private static final long PAUSE_MILLIS = 100;
    /** Longest wait for the thread when the process ends. */
    private static final long STOP_MILLIS = 200;

    private static final int NEVER = -1;
    private static final int NOW = 0;

    /** A timer that only serves to end a wait; held here because libvirt only keeps its address. */
    private static final EventApi.Timeout WAKE = (timer, opaque) -> {};

    private static @Nullable EventLoop running;

    private final int timer;
    private final Thread thread;
    private volatile boolean stopping;

    private EventLoop() {
        Failures.check(EventApi.API.virEventRegisterDefaultImpl());
        timer = Failures.check(EventApi.API.virEventAddTimeout(NEVER, WAKE, null, null));
        thread = Thread.ofPlatform().daemon().name("libvirt-events").unstarted(this::run);
    }

    /** Registers and starts the loop, once in a process. */
    static synchronized void start() {
        if (running == null) {
            EventLoop loop = new EventLoop();
            loop.thread.start();
            // A thread that waits in native code makes the JVM linger for 300 ms before it ends.
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(loop::stop));
            running = loop;
        }
    }

    private void run() {
        try {
            while (!stopping) {
                if (EventApi.API.virEventRunDefaultImpl() < 0) {
                    ErrorApi.API.virResetLastError();
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException ended) {
            // The process is ending.
        }
    }

    private void stop() {
        stopping = true;
        EventApi.API.virEventUpdateTimeout(timer, NOW);
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
