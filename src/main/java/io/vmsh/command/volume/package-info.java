/** Storage volumes. */
@NullMarked
package io.vmsh.command.volume;

import org.jspecify.annotations.NullMarked;
