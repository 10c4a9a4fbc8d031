/** Empties a host: {@code evacuate}. */
@NullMarked
package io.vmsh.command.evacuate;

import org.jspecify.annotations.NullMarked;
