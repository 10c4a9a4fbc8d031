package io.vmsh.evacuation;

/**
 * What a target has to offer.
 *
 * @param host the session's name
 * @param memory of all of it, bytes
 * @param free memory that is free or can be freed at once, bytes
 * @param processors of the host
 * @param promised processors of the guests that run there
 */
public record Room(String host, long memory, long free, int processors, int promised) {
    /** What QEMU needs besides a guest's memory, roughly, bytes. */
    private static final long OVERHEAD = 128L << 20;

    /** Guests' processors that one of the host's is commonly shared by. */
    private static final double SHARED_BY = 4;

    /** Whether the memory of a guest fits; one that is off takes none yet. */
    public boolean fits(Evacuee guest) {
        return !guest.active() || guest.memory() + OVERHEAD <= free;
    }

    /** What is left once the guest is there. */
    public Room with(Evacuee guest) {
        return guest.active()
                ? new Room(host, memory, free - guest.memory() - OVERHEAD, processors, promised + guest.processors())
                : this;
    }

    /** What is left once a guest that was counted is not to come. */
    public Room without(Evacuee guest) {
        return guest.active()
                ? new Room(host, memory, free + guest.memory() + OVERHEAD, processors, promised - guest.processors())
                : this;
    }

    /** How full it is, by memory or by processors, whichever is scarcer; 1 is full. */
    double load() {
        double memoryTaken = memory == 0 ? 1 : 1 - (double) free / memory;
        double processorsTaken = processors == 0 ? 1 : promised / (processors * SHARED_BY);
        return Math.max(memoryTaken, processorsTaken);
    }
}
