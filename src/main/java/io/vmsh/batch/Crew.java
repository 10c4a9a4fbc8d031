package io.vmsh.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Does tasks side by side, on platform threads, since libvirt's last error belongs to the thread. */
final class Crew {
    private Crew() {}

    /**
     * Does all tasks and waits for them.
     *
     * @param width most at a time
     * @param interrupted called when the waiting thread is interrupted, which interrupts the tasks too
     */
    static void run(List<Runnable> tasks, int width, Runnable interrupted) {
        Queue<Runnable> left = new ConcurrentLinkedQueue<>(tasks);
        List<Thread> threads = new ArrayList<>(IntStream.range(0, Math.min(width, tasks.size()))
                .mapToObj(i -> Thread.ofPlatform()
                        .daemon()
                        .name("side by side " + (i + 1))
                        .unstarted(() -> work(left)))
                .toList());
        threads.forEach(Thread::start);
        boolean wasInterrupted = false;
        while (!threads.isEmpty()) {
            try {
                threads.getFirst().join();
                threads.removeFirst();
            } catch (InterruptedException signal) {
                wasInterrupted = true;
                interrupted.run();
                threads.forEach(Thread::interrupt);
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void work(Queue<Runnable> left) {
        for (Runnable task = left.poll(); task != null; task = left.poll()) {
            task.run();
        }
    }
}
