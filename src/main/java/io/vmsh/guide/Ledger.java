package io.vmsh.guide;

import java.util.List;

/** What a guide has changed and not taken back yet, in the order of the changes; it outlives the run. */
public interface Ledger {
    /**
     * A change.
     *
     * @param place the host or session that was changed
     * @param what was done, in one line
     * @param finished whether it is known to have been made; one that is not may have been
     */
    record Entry(String id, String place, String what, boolean finished, Undo undo) {
        Entry done() {
            return new Entry(id, place, what, true, undo);
        }
    }

    /** Those that are not taken back yet. */
    List<Entry> entries();

    /**
     * Writes down that a change is about to be made; on the disk when this returns.
     *
     * @return the entry's id
     */
    String begin(String place, String what, Undo undo);

    /** Writes down that it was made. */
    void finish(String id);

    /** Forgets a change that was taken back, or never made. */
    void forget(String id);
}
