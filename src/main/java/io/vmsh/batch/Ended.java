package io.vmsh.batch;

import io.vmsh.advice.Problem;

/** How one run of a step ended. */
public sealed interface Ended {
    record Done() implements Ended {}

    record Failed(Problem problem) implements Ended {}

    /** It asked to leave the script. */
    record Leave() implements Ended {}
}
