/** Failures for people: what happened, the facts, and what to do, safest first. */
@NullMarked
package io.vmsh.advice;

import org.jspecify.annotations.NullMarked;
