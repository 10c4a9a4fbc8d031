/** Snapshots of guests. */
@NullMarked
package io.vmsh.command.snapshot;

import org.jspecify.annotations.NullMarked;
