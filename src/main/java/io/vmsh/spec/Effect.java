package io.vmsh.spec;

/** What running a command does to the world; decides about dry runs, confirmations and read-only sessions. */
public enum Effect {
    /** Looks only. */
    READS,
    /** Changes something that can be changed back. */
    CHANGES,
    /** Stops a guest, or removes a definition or data. */
    DISRUPTS
}
