package io.vmsh.advice;

import java.util.Optional;

/**
 * One cause of failure. A rule is pure: it looks at facts and at the number of libvirt's error, never at its text, which is
 * translated and changes between releases.
 *
 * @param <F> the facts it needs
 */
@FunctionalInterface
interface Rule<F> {
    /** The explanation, if this is the cause. */
    Optional<Advice> explain(F facts);
}
