package io.vmsh.preflight;

import java.util.Optional;

/**
 * How the guest is meant to move.
 *
 * @param live while it runs
 * @param copyStorage its disks are copied as well, wholly
 * @param copyIncremental of its disks is copied what their backing files do not have
 * @param tunnelled through libvirt's own connection
 * @param fromSource the source host connects to the target by itself
 * @param unsafe without libvirt's own test of disks
 * @param newName the name it gets at the target
 * @param migrationUri where its memory goes; empty leaves that to the target
 */
public record Way(
        boolean live,
        boolean copyStorage,
        boolean copyIncremental,
        boolean tunnelled,
        boolean fromSource,
        boolean unsafe,
        Optional<String> newName,
        Optional<String> migrationUri) {
    /** While it runs, on storage that both hosts see. */
    public static final Way LIVE = new Way(true, false, false, false, false, false, Optional.empty(), Optional.empty());
    /** Its definition only. */
    public static final Way OFFLINE =
            new Way(false, false, false, false, false, false, Optional.empty(), Optional.empty());

    /** The same with all its disks. */
    public Way copyingStorage() {
        return new Way(live, true, false, tunnelled, fromSource, unsafe, newName, migrationUri);
    }

    /** Whether disks travel along. */
    public boolean copies() {
        return copyStorage || copyIncremental;
    }
}
