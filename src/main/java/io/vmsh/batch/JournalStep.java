package io.vmsh.batch;

import org.jspecify.annotations.Nullable;

/**
 * A step of a run.
 *
 * @param key tells it from all other steps of the run, and is the same when the run is resumed
 * @param text what is done, with its values in place and without secrets
 * @param host the session that it is done on; null for none
 * @param changes whether it changes anything: what only looks may be repeated, and need not wait for the disk
 */
public record JournalStep(String key, String text, @Nullable String host, boolean changes) {}
