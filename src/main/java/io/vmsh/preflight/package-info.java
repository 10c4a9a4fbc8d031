/**
 * What is looked at before a guest moves: one class per {@link io.vmsh.preflight.Check}, each looking first and judging
 * then, so that judging needs no host.
 */
@NullMarked
package io.vmsh.preflight;

import org.jspecify.annotations.NullMarked;
