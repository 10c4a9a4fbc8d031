package io.vmsh.batch;

import org.jspecify.annotations.Nullable;

/**
 * One run of a step: a step in a loop is run once a guest, one in a block for several hosts once a host.
 *
 * @param key tells it from all other runs of steps, and is the same when the script is resumed: the step's number, and
 *     for each loop and host around it the guest or the session
 * @param text what is done, with its values in place and without secrets
 * @param host the session that it is run on; null when it needs none
 * @param several whether it is one host's share of a block for several
 */
public record StepRun(
        Step step, String key, String text, @Nullable String host, boolean several) {}
